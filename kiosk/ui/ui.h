// The drawing context of one frame. Entering a node of the semantic tree is the only way to get a Pen, and a
// Pen is the only way to draw: so nothing is on the screen that is not in the tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/paint/painter.h"
#include "kiosk/text/engine.h"
#include "kiosk/ui/hand.h"
#include "kiosk/ui/metrics.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/tree.h"

namespace wv::ui {

// A finished text of a view, in its language; `foreign` marks it with a small "NL" (a fallback).
struct Copy {
  std::string_view text;
  std::string_view lang = "nl";
  bool foreign = false;
  bool empty() const { return text.empty(); }
};

struct Lettering {
  Type type = Type::Body;
  text::Weight weight = text::Weight::Regular;
  text::Align align = text::Align::Start;
  float em = 0;  // px; 0: what `type` says
  float line_height = 1.3F;
};

// What a node says about itself when it is entered; rect in layout coordinates (left to right).
struct Entry {
  std::string name;  // part of the id, unique among its siblings
  Role role = Role::Group;
  std::string_view label = {};
  std::string_view value = {};
  State state = {};  // focused and pressed are filled in by Ui
  Rect rect = {};
  bool primary = false;
  bool absorbs = false;  // what is entered inside belongs to this node: a card is one button, not five texts
  bool clips = false;    // what is drawn inside shows only inside rect
  std::optional<ScrollUse> scroll = {};
  std::optional<visit::Action> action = {};
  std::optional<visit::Action> hold = {};
  bool repeats = false;
};

class Ui;

// The right to draw inside one node. Lives as long as its children are entered; ends in reverse order.
class Pen {
 public:
  ~Pen();
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;

  const State& state() const;

  void fill(Rect rect, Colour colour, float corner = 0);
  void border(Rect rect, Colour colour, float stroke, float corner = 0);
  void dashes(Rect rect, Colour colour, float stroke, float corner);
  void line(Point from, Point to, Colour colour, float stroke);
  void polyline(const std::vector<Point>& points, Colour colour, float stroke, bool closed);
  void polygon(const std::vector<Point>& convex, Colour colour);
  void disc(Point centre, float radius, Colour colour);
  void ring(Point centre, float radius, Colour colour, float stroke);
  // The control's own shape: filled and bordered, measured by the audit; shows focus and press.
  void control(Rect rect, Colour fill_with, Colour border_with, float corner);
  // The same for a key of the keyboard: the edge shows most at its foot.
  void key(Rect rect, Colour face, Colour edge, float corner);
  // `at` is the left top in layout coordinates of a box `width` wide (the paragraph's own width when 0).
  void text(const text::Paragraph& paragraph, std::string_view source, Point at, Colour colour,
            float width = 0);
  // A bar with a part of it done, both to be told apart in every theme. Nothing is written on it.
  void track(Rect rect, Rect done, Colour colour);
  // The same, showing only what lies inside `window`.
  void text_within(Rect window, const text::Paragraph& paragraph, std::string_view source, Point at,
                   Colour colour);
  // A part of a text that was drawn already, once more on a ground of its own: what is selected.
  void marked_text(Rect part, const text::Paragraph& paragraph, std::string_view source, Point at,
                   float width, Colour colour);
  // Where a finger puts the caret in the text of this node; in layout coordinates.
  void caret_stop(Rect beside, std::size_t byte);
  // Fills `rect` with the middle of the picture.
  void picture(const Picture& picture, Rect rect, float corner);
  // A letter as an illustration: a size or a theme to choose.
  void sample(const text::Paragraph& paragraph, Point at, Colour colour);
  void icon(std::string_view name, Rect square, Colour colour);

  // What was last filled here: the ground below the next text.
  Colour ground() const;
  // After a mark that nothing is written on: what lies below the next text after all.
  void ground_is(Colour colour);

 private:
  friend class Ui;
  Pen(Ui& ui, int node, bool owner) : ui_(ui), node_(node), owner_(owner) {}

  Ui& ui_;
  Colour pressed(Colour face) const;
  void focus_ring(Rect rect, float corner);

  int node_;
  bool owner_;  // false: draws into an absorbing node of somebody else
};

class Ui {
 public:
  struct Setting {
    const Theme& theme;
    const Metrics& metrics;
    text::Engine& engine;
    const Hand& hand;
    bool mirrored = false;               // right to left: x becomes width - x, here and nowhere else
    Pictures* pictures = nullptr;        // null: there are none
    std::string_view foreign_mark = {};  // spoken where Copy::foreign: "alleen in het Nederlands"
  };
  Ui(const Setting& setting, Tree& tree, paint::Painter& painter);

  const Theme& theme() const { return setting_.theme; }
  const Metrics& metrics() const { return setting_.metrics; }
  std::optional<Picture> picture(std::string_view name) const {
    return setting_.pictures == nullptr || name.empty() ? std::nullopt : setting_.pictures->find(name);
  }
  bool mirrored() const { return setting_.mirrored && !moved_; }
  text::Engine& engine() { return setting_.engine; }
  std::string_view foreign_mark() const { return setting_.foreign_mark; }

  // Everything entered while it lives stands on this layer.
  class OnLayer {
   public:
    OnLayer(Ui& ui, Layer layer) : ui_(ui), before_(ui.layer_) { ui_.layer_ = layer; }
    ~OnLayer() { ui_.layer_ = before_; }
    OnLayer(const OnLayer&) = delete;
    OnLayer& operator=(const OnLayer&) = delete;

   private:
    Ui& ui_;
    Layer before_;
  };

  // While it lives, `area` has its mirrored place but nothing inside it is turned: keys, a code, a map.
  class AsIs {
   public:
    AsIs(Ui& ui, Rect area) : ui_(ui), before_(ui.moved_) {
      if (!ui_.moved_) ui_.moved_ = ui_.metrics().screen().width - area.right() - area.x;
    }
    ~AsIs() { ui_.moved_ = before_; }
    AsIs(const AsIs&) = delete;
    AsIs& operator=(const AsIs&) = delete;

   private:
    Ui& ui_;
    std::optional<float> before_;
  };

  Pen enter(const Entry& entry);

  // Valid until the next frame. max_width 0: one line as long as it gets.
  const text::Paragraph& lay_out(const Copy& copy, const Lettering& lettering, float max_width,
                                 int max_lines = 0);
  float em(const Lettering& lettering) const;
  // Width of the longest word: narrower than this a text would break inside a word.
  float least_width(const Copy& copy, const Lettering& lettering);

 private:
  friend class Pen;
  struct Open {
    int node;
    Rect clip;  // on the screen, for children
    Colour ground;
    bool absorbs;
    bool pushed_clip;
  };

  Rect on_screen(Rect rect) const;
  Point on_screen(Point point) const;
  void leave(bool owner);

  Setting setting_;
  Tree& tree_;
  paint::Painter& painter_;
  std::vector<Open> open_;
  Layer layer_ = Layer::Page;
  std::optional<float> moved_;  // on a mirrored screen: how far what is not turned goes to the right
};

}  // namespace wv::ui
