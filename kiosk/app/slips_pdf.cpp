// Where each line of a slip goes. The strip is cut off: it has all that who wrote it needs later.
#include "kiosk/app/slips_pdf.h"

#include "kiosk/app/paper.h"
#include "kiosk/staff/paper_slip.h"

namespace wv::app {

namespace {

using enum Paper::Weight;

constexpr float side = 42, right = Paper::width - side, wide = right - side;
constexpr float slip_height = Paper::height / 2, strip_height = 92;
constexpr float writing_gap = 27;  // a line that shaking hands can write on
constexpr int lines_for_words = 5;

// One slip, from its upper edge down.
class Slip {
 public:
  Slip(Paper& paper, float top) : paper_(paper), y_(top - side * 0.7F), foot_(top - slip_height) {}

  void fill(const staff::PaperSlip& slip, const std::string& place) {
    heading(slip.title.text, slip.number.text);
    if (!place.empty()) write(place, Regular, 11, 0);
    write(slip.idea.text, Bold, 12, 6);
    for (int line = 0; line < lines_for_words; ++line) rule(line == 0 ? 22 : writing_gap);
    write(slip.contact.text, Bold, 11, 6);
    rule(writing_gap);
    write(slip.privacy.text, Regular, 10.5F, 3);
    strip(slip.strip.text, slip.strip_text.text);
  }

 private:
  void heading(const std::string& title, const std::string& numbered) {
    paper_.write(numbered, Bold, 18, right - paper_.width_of(numbered, Bold, 18), y_ - 18);
    y_ = paper_.write_paragraph(title, Bold, 18, side, y_ + 5, wide * 0.68F);
  }
  void write(const std::string& text, Paper::Weight weight, float size, float gap) {
    y_ = paper_.write_paragraph(text, weight, size, side, y_ - gap, wide);
  }
  void rule(float gap) {
    y_ -= gap;
    paper_.draw_line(side, y_, right, y_);
  }
  void strip(const std::string& title, const std::string& text) {
    const float top = foot_ + strip_height;
    paper_.draw_cut(top);
    const float below = paper_.write_paragraph(title, Bold, 11, side, top - 6, wide);
    // Ten places for the code, as it stands on the screen: five, a dash, five.
    constexpr float place = 24, high = 22;
    const float y = below - high - 8;
    for (int at = 0; at < 10; ++at) {
      const float x = side + place * static_cast<float>(at) + (at >= 5 ? place * 0.6F : 0);
      paper_.draw_line(x, y, x + place - 5, y);
    }
    const float dash = side + place * 5 - 1;
    paper_.draw_line(dash, y + high / 3, dash + place * 0.35F, y + high / 3);
    const float beside = side + place * 11.4F;
    paper_.write_paragraph(text, Regular, 10, beside, below - 2, right - beside);
  }

  Paper& paper_;
  float y_, foot_;
};

}  // namespace

base::Result<base::Bytes> slips_pdf(const screens::Wording& say, const std::string& place,
                                    const SlipNumbers& numbers, const std::filesystem::path& fonts) {
  WV_TRY(auto paper, Paper::begin(fonts, staff::paper_slip(say, numbers.first).title.text));
  for (int number = numbers.first; number <= numbers.last; ++number) {
    const bool is_upper = (number - numbers.first) % 2 == 0;
    if (is_upper) paper.add_page();
    Slip(paper, is_upper ? Paper::height : slip_height).fill(staff::paper_slip(say, number), place);
    if (is_upper) paper.draw_cut(slip_height);
  }
  return paper.bytes();
}

}  // namespace wv::app
