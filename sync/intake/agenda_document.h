// A headed document, as pandoc's tree of blocks, as the draft of an agenda.
#pragma once

#include "sync/intake/agenda_draft.h"

namespace wv::intake {

// Headings as Dutch agendas have them: the title, Visie, Kernopgaven with a heading for each, Beschrijving,
// Acties with nested bullets. Lines such as "Thema: groen" say the rest. What fits nowhere is noted, with its
// heading.
DraftAgenda read_agenda_document(const base::Json& pandoc);

}  // namespace wv::intake
