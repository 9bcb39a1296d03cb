// Menus above the bar, and the questions that stand over everything.
#include <cmath>
#include <variant>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/qr.h"

namespace wv::screens {
namespace {

// A letter at the size, or in the colours, that the option stands for.
class Sample : public ui::Element {
 public:
  Sample(const Option& option, const Stage& stage) : option_(option), stage_(stage) {}
  static bool has(const Option& option) {
    return std::holds_alternative<visit::ChooseTextSize>(option.action) ||
           std::holds_alternative<visit::ChooseContrast>(option.action);
  }
  float height(ui::Ui& ui, float) override { return side(ui); }
  float natural_width(ui::Ui& ui) override { return side(ui); }
  float least_width(ui::Ui& ui) override { return side(ui); }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    ui::Pen pen = ui.enter({.name = "sample", .role = ui::Role::Decoration, .rect = rect});
    ui::Colour ink = option_.chosen ? ui.theme().paper : ui.theme().ink;
    ui::Lettering lettering{.weight = text::Weight::Bold, .line_height = 1.1F};
    if (const auto* contrast = std::get_if<visit::ChooseContrast>(&option_.action)) {
      const ui::Theme& theme = stage_.themes.of(contrast->contrast);
      pen.fill(rect, theme.paper, ui.metrics().unit(16));
      pen.border(rect, theme.control, ui.metrics().stroke(), ui.metrics().unit(16));
      ink = theme.ink;
    } else {
      lettering.em = ui::Metrics(ui.metrics().panel(), option_.sample).em(ui::Type::Body);
    }
    const text::Paragraph& letter = ui.lay_out({"A"}, lettering, 0);
    pen.sample(
        letter,
        {std::round(rect.centre_x() - letter.width / 2), std::round(rect.centre_y() - letter.height / 2)},
        ink);
  }

 private:
  static float side(ui::Ui& ui) {
    return std::round(ui::Metrics(ui.metrics().panel(), visit::TextSize::Largest).em(ui::Type::Body) * 1.3F);
  }
  const Option& option_;
  const Stage& stage_;
};

Part option_row(ui::Ui& ui, std::string name, const Option& option, const Stage& stage) {
  const ui::Theme& theme = ui.theme();
  const ui::Colour ink = option.chosen ? theme.paper : theme.ink;
  Part label =
      ui::words("label", copy(option.label),
                {.lettering = {.type = ui::Type::Card, .weight = text::Weight::SemiBold, .line_height = 1.2F},
                 .colour = ink});
  const float side = std::round(ui.metrics().em(ui::Type::Card) * 1.1F);
  // Eight languages in two columns stay in sight at once, also in the largest letters: the fill tells enough.
  const bool language = std::holds_alternative<visit::ChooseLanguage>(option.action);
  Part tick = ui::icon(ui, option.chosen ? "radio-on" : "radio-off", side, ink);
  Part words = language ? std::move(label)
                        : ui::beside(std::move(tick), std::move(label), {.gap = ui.metrics().unit(24)});
  Part content = Sample::has(option) ? ui::before(std::move(words), ui::make<Sample>(option, stage),
                                                  {.gap = ui.metrics().unit(24)})
                                     : std::move(words);
  ui::CardLook look = ui::plain_card(ui);
  look.fill = option.chosen ? theme.ink : theme.card;
  look.border = theme.ink;
  look.pad_x = ui.metrics().unit(language ? 20 : 36);
  look.pad_y = ui.metrics().unit(Sample::has(option) ? 14 : 26);
  return ui::card({.name = std::move(name),
                   .role = ui::Role::Option,
                   .label = copy(option.label),
                   .action = option.action},
                  look, std::move(content));
}

void draw_over(ui::Ui& ui, const PageFrame& frame, const MenuLayer& menu) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  column->add(ui::heading(ui, "title", copy(menu.title), ui::Type::Section));
  column->add(ui::paragraph(ui, "text", copy(menu.text)));
  auto grid = ui::make<ui::Grid>(2, ui.metrics().unit(20));
  for (std::size_t i = 0; i < menu.options.size(); ++i) {
    grid->add(option_row(ui, numbered("option", i), menu.options[i], frame.stage));
  }
  if (!menu.options.empty()) column->add(std::move(grid));
  column->add(draw_button(ui, "close", menu.close, Kind::Primary), ui.metrics().unit(40));
  ui::Rect above_bar = frame.room;
  above_bar.height -= ui::bar_height(ui.metrics());
  ui::LayerLook look = layer_look(frame, ui::Layer::Overlay, menu.title, visit::CloseOverlay{});
  look.most_width = ui.metrics().unit(1240);
  ui::draw_layer(ui, above_bar, look, std::move(column));
}

void draw_over(ui::Ui& ui, const PageFrame& frame, const ConfirmLayer& ask) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  column->add(ui::heading(ui, "title", copy(ask.title), ui::Type::Step));
  column->add(ui::paragraph(ui, "text", copy(ask.text)));
  if (!ask.save.label.empty())
    column->add(draw_button(ui, "save", ask.save, Kind::Secondary), ui.metrics().unit(44));
  column->add(ui::shared(draw_button(ui, "yes", ask.yes, Kind::Secondary), 0.5F,
                         draw_button(ui, "no", ask.no, Kind::Primary), ui.metrics().gap()),
              ask.save.label.empty() ? ui.metrics().unit(44) : ui.metrics().gap());
  ui::LayerLook look = layer_look(frame, ui::Layer::Dialog, ask.title, visit::Touched{});
  look.most_width = ui.metrics().unit(1100);
  ui::draw_layer(ui, frame.room, look, std::move(column));
}

// As large as the panel allows: the larger a module, the farther a phone may be.
float code_side(const ui::Ui& ui, ui::Rect above_bar) {
  const float pads = 2 * ui.metrics().margin() + 2 * ui.metrics().unit(52);
  return ui.metrics().landscape() ? std::min(above_bar.height - pads, above_bar.width * 0.45F)
                                  : above_bar.width - pads;
}

Part code_or_veil(ui::Ui& ui, const DraftLayer& draft, float side) {
  if (!draft.veiled) return ui::private_qr(ui, "qr", draft.qr_label.text, draft.qr, side);
  ui::CardLook look = ui::plain_card(ui);
  look.least_height = std::round(side);
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  column->add(ui::icon(ui, "eye-off", ui.metrics().unit(112), ui.theme().soft));
  column->add(ui::paragraph(ui, "veiled", copy(draft.veil_hint)));
  return ui::card({.name = "veil"}, look, std::move(column));
}

void draw_over(ui::Ui& ui, const PageFrame& frame, const DraftLayer& draft) {
  ui::Rect above_bar = frame.room;
  above_bar.height -= ui::bar_height(ui.metrics());
  auto words = ui::make<ui::Column>(ui.metrics().unit(16));
  words->add(ui::heading(ui, "title", copy(draft.title), ui::Type::Step));
  words->add(ui::paragraph(ui, "text", copy(draft.text)));
  auto turning = ui::make<ui::Column>(ui.metrics().unit(20));
  if (!draft.part.empty()) {
    turning->add(ui::words(
        "part", copy(draft.part),
        {.lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold}, .colour = ui.theme().ink}));
    turning->add(ui::shared(draw_button(ui, "previous", draft.previous, Kind::Secondary), 0.5F,
                            draw_button(ui, "next", draft.next, Kind::Secondary), ui.metrics().gap()));
  }
  turning->add(draw_button(ui, "close", draft.close, Kind::Primary), ui.metrics().gap());
  Part code = code_or_veil(ui, draft, code_side(ui, above_bar));
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  if (ui.metrics().landscape()) {
    words->add(std::move(turning), ui.metrics().unit(44));
    column->add(ui::shared(std::move(code), 0.45F, std::move(words), ui.metrics().unit(52)));
  } else {
    column->add(std::move(words));
    column->add(std::move(code));
    column->add(std::move(turning));
  }
  ui::draw_layer(ui, above_bar, layer_look(frame, ui::Layer::Overlay, draft.title, visit::CloseOverlay{}),
                 std::move(column));
}

void draw_over(ui::Ui& ui, const PageFrame& frame, const StillThereLayer& still) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  const float side = ui.metrics().unit(128);
  const auto& sun = ui.theme().tint(ui::Tint::Sun);
  auto words = ui::make<ui::Column>(ui.metrics().unit(8));
  words->add(ui::heading(ui, "title", copy(still.title), ui::Type::Title));
  words->add(ui::paragraph(ui, "text", copy(still.text)));
  column->add(ui::beside(ui::icon_disc(ui, "hourglass", side, sun.pale, sun.text), std::move(words),
                         {.gap = ui.metrics().unit(40), .upright = ui::Across::Start}));
  column->add(ui::words("countdown", copy(still.countdown),
                        {.lettering = {.type = ui::Type::Section, .weight = text::Weight::Bold},
                         .colour = ui.theme().ink}),
              ui.metrics().unit(36));
  column->add(draw_button(ui, "stay", still.stay, Kind::Primary), ui.metrics().unit(36));
  ui::LayerLook look = layer_look(frame, ui::Layer::Dialog, still.title, still.stay.action);
  look.most_width = ui.metrics().unit(1100);
  ui::draw_layer(ui, frame.room, look, std::move(column));
}

}  // namespace

ui::LayerLook layer_look(const PageFrame& frame, ui::Layer layer, const Words& title, Action outside) {
  ui::LayerLook look{.layer = layer, .title = title.text, .outside = std::move(outside)};
  look.offset = static_cast<float>(frame.view.aside_px);
  look.risen = frame.stage.risen;
  if (frame.view.frame) {
    look.scroll_up = copy(frame.view.frame->scroll_up);
    look.scroll_down = copy(frame.view.frame->scroll_down);
  }
  return look;
}

void draw_layer_over(ui::Ui& ui, const PageFrame& frame, const Layer& layer) {
  std::visit([&](const auto& one) { draw_over(ui, frame, one); }, layer);
}

}  // namespace wv::screens
