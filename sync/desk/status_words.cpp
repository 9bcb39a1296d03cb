// Labels and tints of the steps of an idea.
#include "sync/desk/status_words.h"

#include "sync/desk/parts.h"

namespace wv::desk {

std::string status_label(model::IdeaStatus status) {
  std::string label(model::status_word(status));
  if (!label.empty()) label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

Html status_badge(model::IdeaStatus status) {
  using enum model::IdeaStatus;
  switch (status) {
    case Received:
    case InModeration:
      return badge("sun", status_label(status));
    case NotShown:
    case NotTaken:
    case Withdrawn:
      return badge("brick", status_label(status));
    case Referred:
    case Merged:
      return badge("sky", status_label(status));
    default:
      return badge("leaf", status_label(status));
  }
}

bool asks_for_reason(model::IdeaStatus status) {
  using enum model::IdeaStatus;
  return status == NotShown || status == Referred || status == NotTaken;
}

}  // namespace wv::desk
