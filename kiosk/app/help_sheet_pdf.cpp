// libharu writes the PDF and embeds the glyphs that are used; here is only where each line goes.
#include "kiosk/app/help_sheet_pdf.h"

#include <hpdf.h>

#include <memory>

namespace wv::app {

namespace {

// In points of 1/72 inch, of A4.
constexpr float page_height = 842, page_width = 595, margin = 56;
constexpr float text_width = page_width - 2 * margin;

struct Free {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Free>;

// libharu goes on after a mistake; the first one is what was wrong.
void note_error(HPDF_STATUS error, HPDF_STATUS, void* first) {
  auto* kept = static_cast<HPDF_STATUS*>(first);
  if (*kept == HPDF_OK) *kept = error;
}

class Sheet {
 public:
  Sheet(HPDF_Doc document, HPDF_Font regular, HPDF_Font bold)
      : page_(HPDF_AddPage(document)), regular_(regular), bold_(bold) {
    HPDF_Page_SetSize(page_, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
  }

  enum class Weight { Regular, Bold };
  // A paragraph from side to side, `gap` below what stands above it.
  void write(const std::string& text, Weight weight, float size, float gap) {
    y_ -= gap;
    HPDF_Page_SetFontAndSize(page_, weight == Weight::Bold ? bold_ : regular_, size);
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::string line(rest);
      auto fits = HPDF_Page_MeasureText(page_, line.c_str(), text_width, HPDF_TRUE, nullptr);
      if (fits == 0) fits = static_cast<HPDF_UINT>(rest.size());
      y_ -= size * 1.3F;
      show(line.substr(0, fits), margin, y_);
      rest.remove_prefix(fits);
      while (rest.starts_with(' ')) rest.remove_prefix(1);
    }
  }
  void rule(float gap) {
    y_ -= gap;
    HPDF_Page_SetLineWidth(page_, 0.8F);
    HPDF_Page_MoveTo(page_, margin, y_);
    HPDF_Page_LineTo(page_, page_width - margin, y_);
    HPDF_Page_Stroke(page_);
  }
  void foot(const std::string& text) {
    HPDF_Page_SetFontAndSize(page_, regular_, 9);
    show(text, margin, margin / 2);
  }

 private:
  void show(const std::string& line, float x, float y) {
    HPDF_Page_BeginText(page_);
    HPDF_Page_TextOut(page_, x, y, line.c_str());
    HPDF_Page_EndText(page_);
  }

  HPDF_Page page_;
  HPDF_Font regular_, bold_;
  float y_ = page_height - margin;
};

HPDF_Font font(HPDF_Doc document, const std::filesystem::path& file) {
  const char* name = HPDF_LoadTTFontFromFile(document, file.c_str(), HPDF_TRUE);
  return name == nullptr ? nullptr : HPDF_GetFont(document, name, "UTF-8");
}

void fill(Sheet& page, const staff::HelpSheet& sheet, const std::string& made_on) {
  using enum Sheet::Weight;
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
  page.foot(made_on);
}

base::Result<base::Bytes> bytes_of(HPDF_Doc document) {
  HPDF_SaveToStream(document);
  base::Bytes bytes(HPDF_GetStreamSize(document));
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(document, bytes.data(), &size);
  bytes.resize(size);
  return bytes;
}

}  // namespace

base::Result<base::Bytes> help_sheet_pdf(const staff::HelpSheet& sheet, const std::filesystem::path& fonts,
                                         const std::string& made_on) {
  HPDF_STATUS wrong = HPDF_OK;
  const Document document(HPDF_New(note_error, &wrong));
  if (!document) return base::fail(base::ErrorCode::Unavailable, "libharu could not be started");
  HPDF_UseUTFEncodings(document.get());
  HPDF_SetCompressionMode(document.get(), HPDF_COMP_ALL);
  HPDF_SetInfoAttr(document.get(), HPDF_INFO_TITLE, sheet.title.text.c_str());
  const auto regular = font(document.get(), fonts / "NotoSans-Regular.ttf");
  const auto bold = font(document.get(), fonts / "NotoSans-Bold.ttf");
  if (regular == nullptr || bold == nullptr)
    return base::fail(
        base::ErrorCode::Corrupt,
        fonts.string() + ": NotoSans-Regular.ttf or NotoSans-Bold.ttf cannot be used; install again");
  Sheet page(document.get(), regular, bold);
  fill(page, sheet, made_on);
  auto bytes = bytes_of(document.get());
  if (wrong != HPDF_OK)
    return base::fail(base::ErrorCode::Corrupt, "libharu: error " + std::to_string(wrong));
  return bytes;
}

}  // namespace wv::app
