// Where each line of the help sheet goes.
#include "kiosk/app/help_sheet_pdf.h"

#include "kiosk/app/paper.h"

namespace wv::app {

namespace {

constexpr float margin = 56;

class Sheet {
 public:
  explicit Sheet(Paper& paper) : paper_(paper) { paper.add_page(); }

  // A paragraph from side to side, `gap` below what stands above it.
  void write(const std::string& text, Paper::Weight weight, float size, float gap) {
    y_ = paper_.write_paragraph(text, weight, size, margin, y_ - gap, Paper::width - 2 * margin);
  }
  void rule(float gap) {
    y_ -= gap;
    paper_.draw_line(margin, y_, Paper::width - margin, y_);
  }

 private:
  Paper& paper_;
  float y_ = Paper::height - margin;
};

void fill(Sheet& page, const staff::HelpSheet& sheet) {
  using enum Paper::Weight;
  page.write(sheet.title.text, Bold, 26, 0);
  page.write(sheet.place, Regular, 13, 2);
  page.rule(12);
  page.write(sheet.call.text, Regular, 13, 8);
  if (sheet.phone.empty()) {
    page.write(sheet.nobody.text, Bold, 15, 2);
  } else {
    page.write(sheet.phone.text, Bold, 34, 0);
    page.write(sheet.helpdesk.text, Regular, 13, 2);
  }
  page.rule(12);
  page.write(sheet.subtitle.text, Bold, 16, 6);
  int number = 0;
  for (const auto& advice : sheet.advice) {
    page.write(std::to_string(++number) + ". " + advice.title.text, Bold, 13, 10);
    page.write(advice.text.text, Regular, 12, 0);
  }
  page.rule(14);
  page.write(sheet.tell_title.text, Bold, 13, 6);
  page.write(sheet.tell.text, Regular, 12, 0);
}

}  // namespace

base::Result<base::Bytes> help_sheet_pdf(const staff::HelpSheet& sheet, const std::filesystem::path& fonts,
                                         const std::string& made_on) {
  WV_TRY(auto paper, Paper::begin(fonts, sheet.title.text));
  Sheet page(paper);
  fill(page, sheet);
  paper.write(made_on, Paper::Weight::Regular, 9, margin, margin / 2);
  return paper.bytes();
}

}  // namespace wv::app
