// Draws a preview in any form: language, size of letters, theme, panel. The audit, goldens and eyes look
// here.
#pragma once

#include "kiosk/app/backstage.h"
#include "kiosk/app/gallery.h"
#include "kiosk/app/previews.h"

namespace wv::app {

struct Form {
  model::Lang lang = "nl";
  visit::TextSize size = visit::TextSize::Normal;
  visit::Contrast contrast = visit::Contrast::Light;
  ui::Panel panel;
  bool reach = false;
};

enum class Develop { TreeOnly, Picture };

class Studio {
 public:
  // All must outlive it. `content`: what the screens show, as a rule that of the house.
  Studio(Backstage& backstage, const store::Content& content, const base::Clock& clock)
      : backstage_(backstage),
        content_(content),
        clock_(clock),
        gallery_(backstage.house(), textures_),
        frame_(textures_) {}

  // Draws; afterwards tree() and view() say what was there. `scrolled`: the page as far down as it goes.
  enum class Scrolled { Top, End };
  void draw(const Preview& preview, const Form& form, Develop develop, Scrolled scrolled = Scrolled::Top);

  // The same for a view that no visit leads to.
  void draw(screens::View view, const Form& form);

  const ui::Tree& tree() const { return tree_; }
  const screens::View& view() const { return view_; }
  paint::Canvas canvas() { return pixels_.canvas(); }
  bool scrolls() const;  // the page last drawn is longer than the screen

 private:
  void compose(const Preview& preview, const Form& form);
  void expose(const Form& form, Develop develop);

  Backstage& backstage_;
  const store::Content& content_;
  const base::Clock& clock_;
  const store::Content nothing_;
  paint::Textures textures_;
  Gallery gallery_;
  paint::Frame frame_;
  paint::Pixels pixels_{{1, 1}};
  ui::Tree tree_;
  screens::View view_;
};

}  // namespace wv::app
