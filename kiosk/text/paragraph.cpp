// Carets and fingers: from a byte to a place and back.
#include "kiosk/text/paragraph.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace wv::text {

namespace {

std::span<const Cluster> clusters_of(const Paragraph& paragraph, const Line& line) {
  return std::span(paragraph.clusters).subspan(line.first_cluster, line.clusters);
}

Caret caret_on(const Paragraph& paragraph, std::size_t line, Fixed x) {
  const auto& at = paragraph.lines[line];
  return {to_px(x), to_px(at.top), to_px(at.top + at.height), static_cast<std::uint32_t>(line)};
}

// Behind everything on the line.
Fixed end_of(const Paragraph& paragraph, const Line& line) {
  const auto clusters = clusters_of(paragraph, line);
  if (clusters.empty()) return line.right_to_left ? line.left + line.width : line.left;
  if (line.end != paragraph.bytes && paragraph.truncated)
    return line.right_to_left ? line.left : line.left + line.width;  // behind the ellipsis
  return clusters.back().trailing();
}

}  // namespace

// The last cluster that begins at or before the byte.
std::size_t Paragraph::cluster_of(std::size_t byte) const {
  const auto after = std::ranges::upper_bound(clusters, byte, {}, &Cluster::begin);
  return after == clusters.begin() ? 0 : static_cast<std::size_t>(after - clusters.begin()) - 1;
}

Caret Paragraph::caret_at(std::size_t byte) const {
  const auto& last = lines.back();
  if (clusters.empty() || byte >= last.end) return caret_on(*this, lines.size() - 1, end_of(*this, last));
  const auto cluster = cluster_of(byte);
  const auto after = std::ranges::upper_bound(lines, cluster, {}, &Line::first_cluster);
  // Lines without clusters share their number with the next line, so the one before `after` has it.
  const auto line = static_cast<std::size_t>(after - lines.begin()) - 1;
  return caret_on(*this, line, clusters[cluster].leading());
}

std::size_t Paragraph::byte_at(float x, float y) const {
  const auto row = std::floor(y / to_px(lines.front().height));
  const auto line = static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(lines.size() - 1)));
  const auto& at = lines[line];
  std::size_t nearest = at.end;
  float distance = unlimited;
  for (const auto& cluster : clusters_of(*this, at)) {
    const float away = std::abs(to_px(cluster.leading()) - x);
    if (away >= distance) continue;
    distance = away;
    nearest = cluster.begin;
  }
  // The end of a line that wraps is the begin of the next one, and there the caret would stand.
  const bool is_last = line + 1 == lines.size();
  if (is_last && std::abs(to_px(end_of(*this, at)) - x) < distance) nearest = at.end;
  return nearest;
}

std::size_t Paragraph::stop_before(std::size_t byte) const {
  if (clusters.empty() || byte == 0) return 0;
  return clusters[cluster_of(byte - 1)].begin;
}

std::size_t Paragraph::stop_after(std::size_t byte) const {
  const auto after = std::ranges::upper_bound(clusters, byte, {}, &Cluster::begin);
  return after == clusters.end() ? lines.back().end : after->begin;
}

void Paragraph::spans(std::size_t begin, std::size_t end, std::vector<Span>& out) const {
  for (const auto& line : lines) {
    bool open = false;  // the last span is of this line
    for (const auto& cluster : clusters_of(*this, line)) {
      if (cluster.begin < begin || cluster.begin >= end || cluster.width == 0) continue;
      const float left = to_px(cluster.left);
      const float right = to_px(cluster.left + cluster.width);
      if (open && out.back().right == left)
        out.back().right = right;
      else if (open && out.back().left == right)
        out.back().left = left;
      else
        out.push_back({left, to_px(line.top), right, to_px(line.top + line.height)});
      open = true;
    }
  }
}

}  // namespace wv::text
