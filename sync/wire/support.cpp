// Four members in a fixed order.
#include "sync/wire/support.h"

#include "sync/model/check.h"
#include "sync/wire/message.h"

namespace wv::wire {

base::Bytes freeze(const model::Support& support) {
  return message_bytes(Json::object({{"idee", support.idea},
                                     {"gegevenOp", base::to_rfc3339(support.given_at)},
                                     {"klokZeker", support.clock_is_certain},
                                     {"volgnummer", support.sequence}}));
}

base::Result<model::Support> thaw_support(const model::IdeaId& id, base::ByteView bytes) {
  return read_message(bytes, max_support_bytes, Unknown::Refused, [&](Members& members) {
    model::Support support;
    support.id = id;
    if (const auto node = members.find("idee", Need::Required)) {
      support.idea = node->text();
      if (!model::is_id(support.idea)) node->say("is no id of an idea");
    }
    if (const auto node = members.find("gegevenOp", Need::Required)) support.given_at = node->instant();
    if (const auto node = members.find("klokZeker")) support.clock_is_certain = node->boolean();
    if (const auto node = members.find("volgnummer", Need::Required)) {
      support.sequence = node->integer();
      if (support.sequence < 1) node->say("must be 1 or more");
    }
    return support;
  });
}

}  // namespace wv::wire
