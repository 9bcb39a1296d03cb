// Editing whole letters in UTF-8 that is known to be valid, and remembering how to take it back.
#include "kiosk/visit/typed_text.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

constexpr std::size_t most_steps_back = 200;  // words; more than an idea has

bool is_blank_at_end(std::string_view text) {
  const std::size_t at = letter_before(text, text.size());
  std::string_view last = text.substr(at);
  const auto point = base::next_code_point(last);
  return point && base::is_blank(*point);
}

bool is_blank_at_start(std::string_view text) {
  const auto point = base::next_code_point(text);
  return point && base::is_blank(*point);
}

template <class Bytes>
std::string_view view(const Bytes& bytes) {
  return {bytes.data(), bytes.size()};
}

}  // namespace

std::size_t TypedText::characters() const {
  return base::count_code_points(text());
}

Stretch TypedText::selection() const {
  const std::size_t other = anchor_.value_or(caret_);
  return {std::min(caret_, other), std::max(caret_, other)};
}

bool TypedText::insert(std::string_view more, std::size_t most) {
  return replace(selection(), more, Edit::Kind::Typing, most);
}

bool TypedText::swap_letter(std::string_view other, std::size_t most) {
  if (anchor_) return insert(other, most);
  return replace({letter_before(text(), caret_), caret_}, other, Edit::Kind::Typing, most);
}

void TypedText::erase() {
  const Stretch gone = anchor_ ? selection() : Stretch{letter_before(text(), caret_), caret_};
  if (!gone.empty()) replace(gone, {}, Edit::Kind::Erasing, text().size());
}

void TypedText::erase_all() {
  if (empty()) return;
  anchor_.reset();
  done_.push_back({Edit::Kind::Erasing, 0, bytes_, {}});
  undone_.clear();
  WipingBytes{}.swap(bytes_);
  caret_ = 0;
  touched_ = false;
}

bool TypedText::replace(Stretch gone, std::string_view with, Edit::Kind kind, std::size_t most) {
  if (!base::is_utf8(with)) return false;
  const std::size_t stays = characters() - base::count_code_points(text().substr(gone.begin, gone.size()));
  if (!with.empty() && stays + base::count_code_points(with) > most) return false;
  note(gone, with, kind);
  splice(gone, with);
  return true;
}

bool TypedText::continues_typing(Stretch gone, std::string_view with) const {
  if (done_.empty() || done_.back().kind != Edit::Kind::Typing) return false;
  const Edit& last = done_.back();
  const std::size_t end = last.at + last.inserted.size();
  if (gone.end != end || gone.begin < last.at) return false;
  return !gone.empty() || !is_blank_at_end(view(last.inserted)) || is_blank_at_start(with);
}

bool TypedText::continues_erasing(Stretch gone) const {
  if (done_.empty() || done_.back().kind != Edit::Kind::Erasing) return false;
  const Edit& last = done_.back();
  if (gone.end != last.at) return false;
  return !is_blank_at_start(view(last.removed)) || is_blank_at_end(text().substr(gone.begin, gone.size()));
}

void TypedText::note(Stretch gone, std::string_view with, Edit::Kind kind) {
  undone_.clear();
  const auto from = bytes_.begin() + static_cast<std::ptrdiff_t>(gone.begin);
  const auto to = bytes_.begin() + static_cast<std::ptrdiff_t>(gone.end);
  if (kind == Edit::Kind::Typing && continues_typing(gone, with)) {
    WipingBytes& inserted = done_.back().inserted;
    inserted.resize(gone.begin - done_.back().at);
    inserted.insert(inserted.end(), with.begin(), with.end());
    return;
  }
  if (kind == Edit::Kind::Erasing && continues_erasing(gone)) {
    WipingBytes& removed = done_.back().removed;
    removed.insert(removed.begin(), from, to);
    done_.back().at = gone.begin;
    return;
  }
  if (done_.size() == most_steps_back) done_.erase(done_.begin());
  done_.push_back({kind, gone.begin, {from, to}, {with.begin(), with.end()}});
}

void TypedText::splice(Stretch gone, std::string_view with) {
  const auto from = bytes_.begin() + static_cast<std::ptrdiff_t>(gone.begin);
  const auto to = bytes_.begin() + static_cast<std::ptrdiff_t>(gone.end);
  const auto end = std::copy(to, bytes_.end(), from);
  std::fill(end, bytes_.end(), '\0');  // the tail leaves no copy behind
  bytes_.resize(bytes_.size() - gone.size());
  bytes_.insert(bytes_.begin() + static_cast<std::ptrdiff_t>(gone.begin), with.begin(), with.end());
  caret_ = gone.begin + with.size();
  anchor_.reset();
  touched_ = false;
}

void TypedText::undo() {
  if (done_.empty()) return;
  const Edit& edit = done_.back();
  splice({edit.at, edit.at + edit.inserted.size()}, view(edit.removed));
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
}

void TypedText::redo() {
  if (undone_.empty()) return;
  const Edit& edit = undone_.back();
  splice({edit.at, edit.at + edit.removed.size()}, view(edit.inserted));
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
}

void TypedText::move(Caret where) {
  const Stretch marked = selection();
  switch (where) {
    case Caret::Start:
      return place_caret(0);
    case Caret::End:
      return place_caret(bytes_.size());
    case Caret::Before:
      return place_caret(marked.empty() ? letter_before(text(), caret_) : marked.begin);
    case Caret::After:
      return place_caret(marked.empty() ? letter_after(text(), caret_) : marked.end);
  }
}

void TypedText::place_caret(std::size_t byte) {
  caret_ = letter_start(text(), byte);
  anchor_.reset();
  touched_ = false;
}

void TypedText::touch(std::size_t byte) {
  const Stretch marked = selection();
  const Stretch word = word_at(text(), byte);
  const bool again = touched_ && !word.empty() && word.begin <= caret_ && caret_ <= word.end;
  const bool inside = !marked.empty() && marked.begin <= byte && byte <= marked.end;
  if (again && !inside) {
    anchor_ = word.begin;
    caret_ = word.end;
  } else {
    place_caret(byte);
  }
  touched_ = true;
}

void TypedText::select_word() {
  const Stretch word = word_at(text(), caret_);
  if (anchor_ || word.empty()) return place_caret(caret_);
  anchor_ = word.begin;
  caret_ = word.end;
}

}  // namespace wv::visit
