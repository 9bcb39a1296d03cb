// The semantic tree: everything a person can perceive or act on in one frame, in reading order.
// Touch, keys, speech, the tests' finger and the audit all read this and nothing else: what is not in
// the tree does not exist. Built anew each frame by Ui (ui.h), which draws only what it has entered here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/colour.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/visit/action.h"

namespace wv::ui {

// Unique in a frame and the same from frame to frame as long as it is the same thing: "home/agenda".
using NodeId = std::string;

enum class Role {
  Screen,  // the root: its label is the spoken title of the screen
  Group,   // holds others: card, row, column, scroll region
  Heading,
  Text,
  Button,
  Option,     // one of several: chip, language, text size; state.selected says which
  TextField,  // value is what is typed
  Key,        // of the on-screen keyboard
  Picture,    // pictogram or illustration with a meaning; the label says it
  Qr,         // value is the text in it
  Progress,   // value in words
  Notice,     // a message that matters: hint, error, staleness
  Dialog,
  Decoration,  // says nothing; never spoken, never focused
};
std::string_view name(Role role);

// From below to above. With a Dialog only the dialog answers; with an Overlay also the bar. A Popup covers a
// part of the page; the rest of it goes on answering.
enum class Layer { Page, Bar, Popup, Overlay, Dialog };

struct State {
  bool disabled = false;
  bool selected = false;
  bool focused = false;
  bool pressed = false;
  bool operator==(const State&) const = default;
};

// A region whose content may be larger than what shows of it. Its place is kept by the visit.
struct ScrollUse {
  enum class Slot { Main, Aside };
  Slot slot = Slot::Main;
  float offset = 0;   // px of content above the view, already clamped to 0…most()
  float content = 0;  // px
  float view = 0;     // px

  float most() const { return content > view ? content - view : 0; }
  // What the visit has to hear so that `to` px of the content are above the view; clamped.
  visit::Action moved_to(float to) const;
};

// One run of text as it was drawn, with what the audit measures.
struct TextUse {
  std::string text;
  Rect rect;  // of the glyphs' line boxes, on the screen
  float capital_mm = 0;
  Colour foreground;
  Colour ground;        // what was filled below it
  bool cut = false;     // ends in an ellipsis, or one letter is wider than its box
  bool sample = false;  // a letter that shows a text size or theme: an illustration, not something to read
  bool marked = false;  // lies on its own text, on another ground
  bool broken = false;  // a word goes on in the next line without a hyphen
  std::vector<Rect> rows = {};  // `rect` line by line: where letters really are
  std::string lang = {};        // that it is written in: the voice that reads it
};

// The shape that makes a control recognisable: its fill or its border has to stand out from the ground.
struct ShapeUse {
  Colour fill;
  Colour border;
  Colour ground;
};

// Where in a text a finger would put the caret: beside the letter that begins at `byte`.
struct CaretStop {
  float x = 0, top = 0, bottom = 0;  // on the screen
  std::size_t byte = 0;
};

// Where a shape that is no rectangle answers to a finger: an area of the map. It is also reached by who
// points near its label, because some areas are smaller than a fingertip.
struct HitShape {
  std::function<bool(Point)> holds;  // of the screen
  Point label;
  float reach = 0;  // px around the label
};

struct Node {
  NodeId id;
  Role role = Role::Group;
  std::string label;            // finished text in the language of the screen
  std::string value;            // second line, content of a field, progress in words; may be empty
  std::size_t typed_bytes = 0;  // so much of the value was typed by a visitor: said through headphones only
  State state;
  Rect rect;  // as laid out, also outside the clip
  Rect clip;  // the part of the screen in which it shows
  Layer layer = Layer::Page;
  int parent = -1;       // index in Tree::nodes(); -1 for the root
  bool primary = false;  // the main action of the screen
  std::optional<ScrollUse> scroll;
  std::optional<visit::Action> action;  // what the visit hears when this is chosen
  std::optional<visit::Action> hold;   // what it hears after holding: a key after half a second, else after 3
  bool repeats = false;                // …and again and again until it is let go
  std::vector<CaretStop> stops;        // of a text in which a finger can put the caret
  std::optional<visit::Action> wants;  // what drawing lacked: to be asked for once the frame is done
  std::vector<TextUse> texts;
  std::optional<ShapeUse> shape;
  std::optional<HitShape> hit_shape;  // none: all of `rect`

  bool actionable() const { return action.has_value() && !state.disabled; }
  bool touchable() const { return actionable() || !stops.empty(); }
  // What a finger at this point means: its action, or the caret's new place.
  visit::Action touched_at(Point finger) const;
  // A scrim and an area of the map answer to a finger but are no stop for keys and no target to measure: what
  // they do is done by a button as well.
  bool focusable() const { return actionable() && role != Role::Decoration; }
  Rect visible() const { return rect.common(clip); }
};

enum class Direction { Up, Down, Left, Right };

// Invariant: nodes are in reading order, a parent stands before its children, exactly one root once built.
class Tree {
 public:
  void clear() { nodes_.clear(); }
  int add(Node node);  // returns its index; the parent has to be there already
  Node& at(int index) { return nodes_.at(static_cast<std::size_t>(index)); }
  const Node& at(int index) const { return nodes_.at(static_cast<std::size_t>(index)); }
  const std::vector<Node>& nodes() const { return nodes_; }

  // Does this layer answer to touch and keys now?
  bool answers(Layer layer) const;
  // Lies it (partly) under a popup? Then it waits until that has gone.
  bool is_covered(const Node& node) const;
  // The touchable node under a finger: the last drawn one that shows there and answers. nullptr: none.
  // Among shapes (HitShape) the nearest label within reach goes before the shape that holds the finger.
  const Node* hit(Point finger) const;
  // Where the focus goes from `from` (unknown or empty: the first). Everything actionable can be reached
  // from everything else with the four arrows, in any layout; nullptr only when nothing is actionable.
  const Node* neighbour(const NodeId& from, Direction direction) const;
  const Node* first_actionable() const;
  // The arrows that lead the focus from one to the other, the shortest way; empty when they are the same or
  // one of them is no stop.
  std::vector<Direction> arrows(const NodeId& from, const NodeId& to) const;
  // What the arrows cannot reach from the first control, or cannot come back from: a trap. Always empty.
  std::vector<const Node*> trapped() const;

  const Node* find(std::string_view id) const;
  // For the tests' finger: the actionable node with this label (exact; else the only one that starts with
  // it), showing ones before scrolled-out ones.
  const Node* find_labelled(std::string_view label) const;
  // Is this text to be read on the screen now (labels, values and drawn texts that show)?
  bool shows(std::string_view text) const;
  // The scroll region in which the node stands; nullptr when in none.
  const Node* region_of(const Node& node) const;
  // The scroll region under a finger, for dragging; nullptr when there is none.
  const Node* region_at(Point finger) const;
  // What brings a scrolled-out node into view (after the focus went there); nothing when it shows.
  std::optional<visit::Action> reveal(const Node& node) const;

  std::string title() const { return nodes_.empty() ? std::string() : nodes_.front().label; }
  std::string to_json() const;

 private:
  std::vector<const Node*> candidates() const;

  std::vector<Node> nodes_;
};

}  // namespace wv::ui
