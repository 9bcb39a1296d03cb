// Drawings without a script and without a style: only shapes and numbers.
#include "sync/desk/chart.h"

#include <algorithm>

#include "sync/desk/parts.h"

namespace wv::desk {
namespace {

std::size_t highest(const std::vector<Bar>& bars) {
  std::size_t most = 1;
  for (const auto& bar : bars) most = std::max(most, bar.value);
  return most;
}

Html words(std::size_t x, std::size_t y, std::string anchor, std::string kind, const std::string& text) {
  return el("text",
            {{"x", std::to_string(x)},
             {"y", std::to_string(y)},
             {"text-anchor", std::move(anchor)},
             {"class", std::move(kind)}},
            {text});
}

Html rectangle(std::size_t x, std::size_t y, std::size_t width, std::size_t height) {
  return el("rect", {{"class", "bar"},
                     {"x", std::to_string(x)},
                     {"y", std::to_string(y)},
                     {"width", std::to_string(width)},
                     {"height", std::to_string(height)},
                     {"rx", "4"}});
}

// The drawing is for the eye only; who listens goes straight to the table.
Html with_table(const std::string& title, const std::vector<Bar>& bars, std::size_t width, std::size_t height,
                const Html& drawing) {
  Table numbers{title, {"", "Aantal"}, {}};
  numbers.heads[0] = "Waarvan";
  for (const auto& bar : bars) numbers.rows.push_back({bar.label, std::to_string(bar.value)});
  const auto box = "0 0 " + std::to_string(width) + " " + std::to_string(height);
  return section(title, {el("svg",
                            {{"class", "chart"},
                             {"viewBox", box},
                             {"role", "img"},
                             {"aria-label", title + ". De getallen staan in de tabel hieronder."}},
                            {drawing}),
                         el("details", {}, {el("summary", {}, {"De getallen"}), table(numbers)})});
}

}  // namespace

Html columns_chart(const std::string& title, const std::vector<Bar>& bars) {
  constexpr std::size_t step = 56, width = 36, tall = 120, top = 22;
  Html drawing;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const auto height =
        std::max<std::size_t>(bars[i].value * tall / highest(bars), bars[i].value > 0 ? 3 : 1);
    const auto x = i * step + (step - width) / 2, y = top + tall - height;
    drawing += rectangle(x, y, width, height);
    if (bars[i].value > 0)
      drawing += words(x + width / 2, y - 5, "middle", "value", std::to_string(bars[i].value));
    drawing += words(x + width / 2, top + tall + 17, "middle",
                     (bars.size() - i) % 2 == 1 ? "label" : "label between", bars[i].label);
  }
  return with_table(title, bars, bars.size() * step, top + tall + 24, drawing);
}

Html bars_chart(const std::string& title, const std::vector<Bar>& bars) {
  constexpr std::size_t step = 28, thick = 16, names = 150, wide = 210, whole = 400;
  Html drawing;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const auto width = std::max<std::size_t>(bars[i].value * wide / highest(bars), 2);
    const auto y = i * step + 4;
    drawing += words(names - 8, y + 13, "end", "label", bars[i].label);
    drawing += rectangle(names, y, width, thick);
    drawing += words(names + width + 6, y + 13, "start", "value", std::to_string(bars[i].value));
  }
  return with_table(title, bars, whole, std::max<std::size_t>(bars.size(), 1) * step + 4, drawing);
}

}  // namespace wv::desk
