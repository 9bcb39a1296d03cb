// The largest part of an area's document, in files of its own.
#pragma once

#include "sync/wire/reader.h"

namespace wv::wire {

model::Agenda read_agenda(const Node& node);
Json agenda_json(const model::Agenda& agenda);

}  // namespace wv::wire
