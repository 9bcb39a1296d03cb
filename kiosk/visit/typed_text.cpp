// Editing one character at a time in UTF-8 that is known to be valid.
#include "kiosk/visit/typed_text.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::size_t TypedText::characters() const {
  return base::count_code_points(text());
}

bool TypedText::insert(std::string_view more, std::size_t most) {
  if (!base::is_utf8(more)) return false;
  if (characters() + base::count_code_points(more) > most) return false;
  bytes_.insert(bytes_.begin() + static_cast<std::ptrdiff_t>(caret_), more.begin(), more.end());
  caret_ += more.size();
  WipingBytes{}.swap(erased_);
  return true;
}

void TypedText::erase() {
  if (caret_ == 0) return;
  std::size_t from = caret_ - 1;
  while (from > 0 && is_continuation(bytes_[from])) --from;
  const auto first = bytes_.begin() + static_cast<std::ptrdiff_t>(from);
  const auto last = bytes_.begin() + static_cast<std::ptrdiff_t>(caret_);
  if (erased_at_ != caret_) WipingBytes{}.swap(erased_);  // another place: another run
  erased_.insert(erased_.begin(), first, last);
  erased_at_ = from;
  std::fill(std::copy(last, bytes_.end(), first), bytes_.end(), '\0');  // the tail leaves no copy behind
  bytes_.resize(bytes_.size() - (caret_ - from));
  caret_ = from;
}

void TypedText::erase_all() {
  if (bytes_.empty()) return;
  erased_ = bytes_;
  erased_at_ = 0;
  WipingBytes{}.swap(bytes_);
  caret_ = 0;
}

void TypedText::undo() {
  if (erased_.empty()) return;
  const std::size_t at = std::min(erased_at_, bytes_.size());
  bytes_.insert(bytes_.begin() + static_cast<std::ptrdiff_t>(at), erased_.begin(), erased_.end());
  caret_ = at + erased_.size();
  WipingBytes{}.swap(erased_);
}

void TypedText::move(Caret where) {
  switch (where) {
    case Caret::Start:
      caret_ = 0;
      break;
    case Caret::End:
      caret_ = bytes_.size();
      break;
    case Caret::Left:
      if (caret_ > 0) place_caret(caret_ - 1);
      break;
    case Caret::Right:
      if (caret_ < bytes_.size()) ++caret_;
      while (caret_ < bytes_.size() && is_continuation(bytes_[caret_])) ++caret_;
      break;
  }
}

void TypedText::place_caret(std::size_t byte) {
  caret_ = std::min(byte, bytes_.size());
  while (caret_ > 0 && caret_ < bytes_.size() && is_continuation(bytes_[caret_])) --caret_;
}

}  // namespace wv::visit
