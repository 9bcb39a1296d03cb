// A preview goes through the same make_view and draw as a visit.
#include "kiosk/app/studio.h"

#include <algorithm>

#include "kiosk/ui/reach.h"

namespace wv::app {

namespace {

constexpr int far_down = 1'000'000;  // drawing clamps

}  // namespace

void Studio::draw(const Preview& preview, const Form& form, Develop develop, Scrolled scrolled) {
  compose(preview, form);
  if (scrolled == Scrolled::End) view_.scroll_px = far_down;
  expose(form, develop);
}

void Studio::draw(screens::View view, const Form& form) {
  view_ = std::move(view);
  expose(form, Develop::Picture);
}

bool Studio::scrolls() const {
  return std::ranges::any_of(tree_.nodes(),
                             [](const ui::Node& node) { return node.scroll && node.scroll->most() > 0; });
}

void Studio::compose(const Preview& preview, const Form& form) {
  auto visit = preview.visit;
  visit.lang = form.lang;
  visit.size = form.size;
  visit.contrast = form.contrast;
  visit.reach = form.reach && visit.at.screen != visit::Screen::Attract;
  const auto& settings = backstage_.house().settings();
  screens::Surroundings around;
  around.instant = clock_.now();
  around.now = clock_.local(around.instant);
  if (visit.tomorrow) screens::turn_to_tomorrow(around);
  around.monotonic = clock_.monotonic();
  around.place_name = settings.place.name;
  around.help_phone = settings.help_phone;
  around.languages = settings.languages;
  around.notice = preview.notice;
  around.can_read_aloud = true;
  around.rules = backstage_.rules();
  if (!preview.without_content) {
    around.almanac = backstage_.house().almanac(around.now.day);
    around.city = preview.without_map ? nullptr : backstage_.house().city();
  }
  around.rules.reach = ui::reach_help(form.panel);
  around.report = preview.report;
  const auto& content = preview.without_content ? nothing_ : content_;
  view_ = screens::make_view(visit, content, backstage_.strings(), around);
}

void Studio::expose(const Form& form, Develop develop) {
  const paint::Size size{static_cast<int>(form.panel.pixels.width),
                         static_cast<int>(form.panel.pixels.height)};
  const paint::Size wanted = develop == Develop::Picture ? size : paint::Size{1, 1};
  if (pixels_.canvas().size() != wanted) pixels_ = paint::Pixels(wanted);
  auto& engine = backstage_.engine();
  const auto paper = backstage_.themes().of(form.contrast).paper;
  for (bool again = true; again;) {
    auto painter = frame_.begin(size, paper);
    gallery_.begin_frame();
    engine.begin_frame();
    screens::draw(view_, {backstage_.themes(), engine, form.panel, &gallery_}, {}, painter, tree_);
    again = engine.end_frame();
    if (again) {
      frame_.drop();
      continue;
    }
    const auto& atlas = engine.atlas();
    textures_.set_glyphs(
        {atlas.pixels, text::Atlas::width, text::Atlas::height, text::Atlas::stride, atlas.generation});
    // On a canvas of another size nothing is painted: the tree is all that was asked for.
    frame_.end(pixels_.canvas());
    if (!again && develop == Develop::Picture) again = gallery_.fetch();
  }
}

}  // namespace wv::app
