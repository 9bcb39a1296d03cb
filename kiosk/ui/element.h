// Layout: things that know how high they become in a width, so that cards are measured before they are drawn.
// A frame builds its elements, asks their heights, draws them and throws them away.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "kiosk/ui/ui.h"

namespace wv::ui {

class Element {
 public:
  Element() = default;
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;
  virtual ~Element() = default;

  virtual float height(Ui& ui, float width) = 0;
  // The width it takes when there is room; 0: whatever it gets.
  virtual float natural_width(Ui&) { return 0; }
  // Narrower than this a word would break or a control become too small.
  virtual float least_width(Ui&) { return 0; }
  // `rect` may be higher than height(): an element decides itself what it does with the rest.
  virtual void draw(Ui& ui, Rect rect) = 0;
};
using Part = std::unique_ptr<Element>;

// What a column stacks: a part and the white space above it (none above the first).
struct Stacked {
  Part part;
  float gap = 0;
};

class Column : public Element {
 public:
  explicit Column(float gap = 0) : gap_(gap) {}
  // Null parts are left out, so that a view's empty texts need no branches.
  Column& add(Part part) { return add(std::move(part), gap_); }
  Column& add(Part part, float gap);
  // This one gets the height that is left over when the column is drawn higher than it is.
  Column& add_filling(Part part, float gap);
  bool empty() const { return parts_.empty(); }

  float height(Ui& ui, float width) override;
  float natural_width(Ui& ui) override;
  float least_width(Ui& ui) override;
  void draw(Ui& ui, Rect rect) override;

 private:
  float gap_;
  std::vector<Stacked> parts_;
  const Element* filling_ = nullptr;
};

enum class Across { Start, Centre, End };

// Parts side by side at their natural width, going on in a next row when the width is used up.
class Flow : public Element {
 public:
  Flow(float gap, float row_gap, Across across = Across::Start)
      : gap_(gap), row_gap_(row_gap), across_(across) {}
  Flow& add(Part part);
  bool empty() const { return parts_.empty(); }

  float height(Ui& ui, float width) override;
  float natural_width(Ui& ui) override;
  float least_width(Ui& ui) override;
  void draw(Ui& ui, Rect rect) override;

 private:
  struct Row {
    std::size_t begin, end;
    float width, height;
  };
  std::vector<Row> rows(Ui& ui, float width);
  float width_of(Ui& ui, Element& part, float width) const;

  float gap_, row_gap_;
  Across across_;
  std::vector<Part> parts_;
};

// Equal columns, as many as fit without breaking a word, at most `most`; the parts of a row are equally high.
class Grid : public Element {
 public:
  Grid(int most, float gap) : most_(most), gap_(gap) {}
  Grid& add(Part part);
  // Drawn higher than it is, rows grow together, each at most to this height (default: not at all).
  Grid& grow_to(float row_height);
  // A last part that would stand alone in its row takes the whole row.
  Grid& close_up();

  float height(Ui& ui, float width) override;
  float least_width(Ui& ui) override;
  void draw(Ui& ui, Rect rect) override;

 private:
  int columns(Ui& ui, float width);
  float width_of(std::size_t index, std::size_t columns, float width) const;
  std::vector<float> row_heights(Ui& ui, float width);

  int most_;
  float gap_;
  float most_row_ = 0;
  bool closes_up_ = false;
  std::vector<Part> parts_;
};

// A mark and what it belongs to: side by side, or the mark above it where the rest would break.
struct BesideLook {
  float gap = 0;
  Across upright = Across::Centre;
};
Part beside(Part mark, Part rest, BesideLook look);
// Rest first, mark at the far side (a chevron); the rest gets what is left.
Part before(Part rest, Part mark, BesideLook look);

// Two parts that share the width by these shares, stacked when either would break.
Part shared(Part left, float left_share, Part right, float gap);

Part spacer(float height);
// At most `width` wide, for lines that stay readable.
Part at_most(float width, Part part, Across across = Across::Start);

// Takes the room that `model` would, when that is more: so that chance in a text does not decide where things
// stand. `model` is never drawn.
Part in_room_of(Part model, Part part);

// A part that stands under a node of its own (id, role, label): a list, a form, a row.
struct Naming {
  std::string name;
  Role role = Role::Group;
  std::string label = {};
};
Part named(Naming naming, Part part);

template <class T, class... A>
std::unique_ptr<T> make(A&&... a) {
  return std::make_unique<T>(std::forward<A>(a)...);
}

}  // namespace wv::ui
