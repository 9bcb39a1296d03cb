// Marks beside what they belong to, shared widths and the small frames around parts.
#include <algorithm>

#include "kiosk/ui/element.h"

namespace wv::ui {
namespace {

float placed(Across across, float room, float need) {
  if (across == Across::Start) return 0;
  return across == Across::Centre ? (room - need) / 2 : room - need;
}

class Beside : public Element {
 public:
  enum class Order { MarkFirst, RestFirst };
  Beside(Order order, Part mark, Part rest, BesideLook look)
      : order_(order), mark_(std::move(mark)), rest_(std::move(rest)), look_(look) {}

  float height(Ui& ui, float width) override {
    const float mark = mark_width(ui);
    if (stacks(ui, width)) return mark_->height(ui, mark) + look_.gap / 2 + rest_->height(ui, width);
    return std::max(mark_->height(ui, mark), rest_->height(ui, width - mark - look_.gap));
  }
  float natural_width(Ui& ui) override {
    const float rest = rest_->natural_width(ui);
    return rest == 0 ? 0 : rest + look_.gap + mark_width(ui);
  }
  float least_width(Ui& ui) override {
    // Stacking is possible, but side by side is what it should be: a grid then takes fewer columns.
    return rest_->least_width(ui) + look_.gap + mark_width(ui);
  }
  void draw(Ui& ui, Rect rect) override {
    const float wide = mark_width(ui);
    const float high = mark_->height(ui, wide);
    if (stacks(ui, rect.width)) {
      mark_->draw(ui, {rect.x, rect.y, wide, high});
      const float below = rect.y + high + look_.gap / 2;
      rest_->draw(ui, {rect.x, below, rect.width, rect.bottom() - below});
      return;
    }
    const float rest_wide = rect.width - wide - look_.gap;
    const float rest_high = rest_->height(ui, rest_wide);
    const bool first = order_ == Order::MarkFirst;
    const Rect mark{first ? rect.x : rect.right() - wide, rect.y + placed(look_.upright, rect.height, high),
                    wide, high};
    const Rect rest{first ? rect.x + wide + look_.gap : rect.x,
                    rect.y + placed(look_.upright, rect.height, rest_high), rest_wide, rest_high};
    if (first) mark_->draw(ui, mark);
    rest_->draw(ui, rest);
    if (!first) mark_->draw(ui, mark);
  }

 private:
  float mark_width(Ui& ui) { return mark_->natural_width(ui); }
  bool stacks(Ui& ui, float width) {
    return order_ == Order::MarkFirst && width - mark_width(ui) - look_.gap + 1 < rest_->least_width(ui);
  }

  Order order_;
  Part mark_, rest_;
  BesideLook look_;
};

class Shared : public Element {
 public:
  Shared(Part left, float left_share, Part right, float gap)
      : left_(std::move(left)), right_(std::move(right)), share_(left_share), gap_(gap) {}

  float height(Ui& ui, float width) override {
    const float wide = left_width(ui, width);
    if (stacks(ui, width)) return left_->height(ui, width) + gap_ + right_->height(ui, width);
    return std::max(left_->height(ui, wide), right_->height(ui, width - wide - gap_));
  }
  float least_width(Ui& ui) override { return std::max(left_->least_width(ui), right_->least_width(ui)); }
  void draw(Ui& ui, Rect rect) override {
    const float wide = left_width(ui, rect.width);
    if (stacks(ui, rect.width)) {
      const float high = left_->height(ui, rect.width);
      left_->draw(ui, {rect.x, rect.y, rect.width, high});
      right_->draw(ui, {rect.x, rect.y + high + gap_, rect.width, right_->height(ui, rect.width)});
      return;
    }
    left_->draw(ui, {rect.x, rect.y, wide, rect.height});
    right_->draw(ui, {rect.x + wide + gap_, rect.y, rect.width - wide - gap_, rect.height});
  }

 private:
  // The share, unless one of both would have to wrap while the other has room to give.
  float left_width(Ui& ui, float width) {
    const float room = width - gap_;
    const float least = std::min(left_->natural_width(ui), room);
    const float most = std::max(room - right_->natural_width(ui), 0.0F);
    if (least > most) return std::floor(room * share_);
    return std::floor(std::clamp(room * share_, least, most));
  }
  bool stacks(Ui& ui, float width) {
    const float wide = left_width(ui, width);
    return wide < left_->least_width(ui) || width - wide - gap_ < right_->least_width(ui);
  }

  Part left_, right_;
  float share_, gap_;
};

class Spacer : public Element {
 public:
  explicit Spacer(float high) : high_(high) {}
  float height(Ui&, float) override { return high_; }
  void draw(Ui&, Rect) override {}

 private:
  float high_;
};

class AtMost : public Element {
 public:
  AtMost(float most, Part part, Across across) : most_(most), part_(std::move(part)), across_(across) {}
  float height(Ui& ui, float width) override { return part_->height(ui, std::min(most_, width)); }
  float least_width(Ui& ui) override { return part_->least_width(ui); }
  float natural_width(Ui& ui) override { return std::min(most_, part_->natural_width(ui)); }
  void draw(Ui& ui, Rect rect) override {
    const float wide = std::min(most_, rect.width);
    part_->draw(ui, {rect.x + placed(across_, rect.width, wide), rect.y, wide, rect.height});
  }

 private:
  float most_;
  Part part_;
  Across across_;
};

class InRoomOf : public Element {
 public:
  InRoomOf(Part model, Part part) : model_(std::move(model)), part_(std::move(part)) {}
  float height(Ui& ui, float width) override {
    return std::max(model_->height(ui, width), part_->height(ui, width));
  }
  float least_width(Ui& ui) override { return std::max(model_->least_width(ui), part_->least_width(ui)); }
  float natural_width(Ui& ui) override {
    return std::max(model_->natural_width(ui), part_->natural_width(ui));
  }
  void draw(Ui& ui, Rect rect) override { part_->draw(ui, rect); }

 private:
  Part model_, part_;
};

class Named : public Element {
 public:
  Named(Naming naming, Part part) : naming_(std::move(naming)), part_(std::move(part)) {}
  float height(Ui& ui, float width) override { return part_->height(ui, width); }
  float least_width(Ui& ui) override { return part_->least_width(ui); }
  float natural_width(Ui& ui) override { return part_->natural_width(ui); }
  void draw(Ui& ui, Rect rect) override {
    const Pen pen =
        ui.enter({.name = naming_.name, .role = naming_.role, .label = naming_.label, .rect = rect});
    part_->draw(ui, rect);
  }

 private:
  Naming naming_;
  Part part_;
};

}  // namespace

Part beside(Part mark, Part rest, BesideLook look) {
  return make<Beside>(Beside::Order::MarkFirst, std::move(mark), std::move(rest), look);
}

Part before(Part rest, Part mark, BesideLook look) {
  return make<Beside>(Beside::Order::RestFirst, std::move(mark), std::move(rest), look);
}

Part shared(Part left, float left_share, Part right, float gap) {
  return make<Shared>(std::move(left), left_share, std::move(right), gap);
}

Part spacer(float height) {
  return make<Spacer>(height);
}

Part at_most(float width, Part part, Across across) {
  return make<AtMost>(width, std::move(part), across);
}

Part in_room_of(Part model, Part part) {
  return make<InRoomOf>(std::move(model), std::move(part));
}

Part named(Naming naming, Part part) {
  return make<Named>(std::move(naming), std::move(part));
}

}  // namespace wv::ui
