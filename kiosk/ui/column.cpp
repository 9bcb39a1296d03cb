// Columns, rows that wrap and grids.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/element.h"

namespace wv::ui {

Column& Column::add(Part part, float gap) {
  if (part != nullptr) parts_.push_back({std::move(part), gap});
  return *this;
}

Column& Column::add_filling(Part part, float gap) {
  if (part != nullptr) filling_ = part.get();
  return add(std::move(part), gap);
}

float Column::height(Ui& ui, float width) {
  float sum = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    sum += parts_[i].part->height(ui, width) + (i == 0 ? 0 : parts_[i].gap);
  }
  return sum;
}

float Column::natural_width(Ui& ui) {
  float widest = 0;
  for (const Stacked& each : parts_) widest = std::max(widest, each.part->natural_width(ui));
  return widest;
}

float Column::least_width(Ui& ui) {
  float widest = 0;
  for (const Stacked& each : parts_) widest = std::max(widest, each.part->least_width(ui));
  return widest;
}

void Column::draw(Ui& ui, Rect rect) {
  const float rest = filling_ == nullptr ? 0 : std::max(0.0F, rect.height - height(ui, rect.width));
  float y = rect.y;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (i > 0) y += parts_[i].gap;
    const float high = parts_[i].part->height(ui, rect.width) + (parts_[i].part.get() == filling_ ? rest : 0);
    parts_[i].part->draw(ui, {rect.x, y, rect.width, high});
    y += high;
  }
}

Flow& Flow::add(Part part) {
  if (part != nullptr) parts_.push_back(std::move(part));
  return *this;
}

float Flow::width_of(Ui& ui, Element& part, float width) const {
  const float natural = part.natural_width(ui);
  return natural > 0 ? std::min(natural, width) : width;
}

std::vector<Flow::Row> Flow::rows(Ui& ui, float width) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const float wide = width_of(ui, *parts_[i], width);
    const float high = parts_[i]->height(ui, wide);
    if (rows.empty() || rows.back().width + gap_ + wide > width + 0.5F) {
      rows.push_back({i, i + 1, wide, high});
    } else {
      rows.back() = {rows.back().begin, i + 1, rows.back().width + gap_ + wide,
                     std::max(rows.back().height, high)};
    }
  }
  return rows;
}

float Flow::height(Ui& ui, float width) {
  float sum = 0;
  for (const Row& row : rows(ui, width)) sum += row.height + (row.begin == 0 ? 0 : row_gap_);
  return sum;
}

float Flow::natural_width(Ui& ui) {
  float sum = 0;
  for (const Part& part : parts_) {
    const float wide = part->natural_width(ui);
    if (wide == 0) return 0;
    sum += wide + gap_;
  }
  return std::max(0.0F, sum - gap_);
}

float Flow::least_width(Ui& ui) {
  float widest = 0;
  for (const Part& part : parts_) widest = std::max(widest, part->least_width(ui));
  return widest;
}

void Flow::draw(Ui& ui, Rect rect) {
  float y = rect.y;
  for (const Row& row : rows(ui, rect.width)) {
    if (row.begin > 0) y += row_gap_;
    const float rest = rect.width - row.width;
    float x = rect.x + (across_ == Across::Start ? 0 : across_ == Across::Centre ? rest / 2 : rest);
    for (std::size_t i = row.begin; i < row.end; ++i) {
      const float wide = width_of(ui, *parts_[i], rect.width);
      const float high = parts_[i]->height(ui, wide);
      parts_[i]->draw(ui, {x, y + (row.height - high) / 2, wide, high});
      x += wide + gap_;
    }
    y += row.height;
  }
}

Grid& Grid::add(Part part) {
  if (part != nullptr) parts_.push_back(std::move(part));
  return *this;
}

Grid& Grid::grow_to(float row_height) {
  most_row_ = row_height;
  return *this;
}

Grid& Grid::close_up() {
  closes_up_ = true;
  return *this;
}

float Grid::width_of(std::size_t index, std::size_t columns, float width) const {
  const bool alone = closes_up_ && columns > 1 && index + 1 == parts_.size() && index % columns == 0;
  if (alone) return width;
  return std::floor((width - gap_ * static_cast<float>(columns - 1)) / static_cast<float>(columns));
}

int Grid::columns(Ui& ui, float width) {
  const float least = least_width(ui);
  for (int n = most_; n > 1; --n) {
    if ((width - gap_ * static_cast<float>(n - 1)) / static_cast<float>(n) >= least) return n;
  }
  return 1;
}

std::vector<float> Grid::row_heights(Ui& ui, float width) {
  const auto n = static_cast<std::size_t>(columns(ui, width));
  std::vector<float> heights;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const float high = parts_[i]->height(ui, width_of(i, n, width));
    if (i % n == 0) heights.push_back(high);
    heights.back() = std::max(heights.back(), high);
  }
  return heights;
}

float Grid::height(Ui& ui, float width) {
  float sum = 0;
  for (const float row : row_heights(ui, width)) sum += row + gap_;
  return std::max(0.0F, sum - gap_);
}

float Grid::least_width(Ui& ui) {
  float widest = 0;
  for (const Part& part : parts_) widest = std::max(widest, part->least_width(ui));
  return widest;
}

void Grid::draw(Ui& ui, Rect rect) {
  if (parts_.empty()) return;
  const auto n = static_cast<std::size_t>(columns(ui, rect.width));
  const float wide = std::floor((rect.width - gap_ * static_cast<float>(n - 1)) / static_cast<float>(n));
  std::vector<float> heights = row_heights(ui, rect.width);
  const float rest =
      std::max(0.0F, rect.height - height(ui, rect.width)) / static_cast<float>(heights.size());
  for (float& row : heights) row = std::max(row, std::min(most_row_, std::floor(row + rest)));
  float y = rect.y;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const float x = rect.x + static_cast<float>(i % n) * (wide + gap_);
    parts_[i]->draw(ui, {x, y, width_of(i, n, rect.width), heights[i / n]});
    if (i % n == n - 1) y += heights[i / n] + gap_;
  }
}

}  // namespace wv::ui
