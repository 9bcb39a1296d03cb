// libharu goes on after a mistake; the first one is what was wrong.
#include "kiosk/app/paper.h"

#include <hpdf.h>

namespace wv::app {

struct Paper::Document {
  HPDF_STATUS wrong = HPDF_OK;
  HPDF_Doc pdf = nullptr;
  HPDF_Font regular = nullptr, bold = nullptr;
  HPDF_Page page = nullptr;

  HPDF_Font font(Weight weight) const { return weight == Weight::Bold ? bold : regular; }
};

namespace {

void note_error(HPDF_STATUS error, HPDF_STATUS, void* first) {
  auto* kept = static_cast<HPDF_STATUS*>(first);
  if (*kept == HPDF_OK) *kept = error;
}

HPDF_Font font(HPDF_Doc pdf, const std::filesystem::path& file) {
  const char* name = HPDF_LoadTTFontFromFile(pdf, file.c_str(), HPDF_TRUE);
  return name == nullptr ? nullptr : HPDF_GetFont(pdf, name, "UTF-8");
}

}  // namespace

void Paper::Free::operator()(Document* document) const {
  if (document->pdf != nullptr) HPDF_Free(document->pdf);
  delete document;
}

base::Result<Paper> Paper::begin(const std::filesystem::path& fonts, const std::string& title) {
  std::unique_ptr<Document, Free> document(new Document);
  document->pdf = HPDF_New(note_error, &document->wrong);
  if (document->pdf == nullptr)
    return base::fail(base::ErrorCode::Unavailable, "libharu could not be started");
  HPDF_UseUTFEncodings(document->pdf);
  HPDF_SetCompressionMode(document->pdf, HPDF_COMP_ALL);
  HPDF_SetInfoAttr(document->pdf, HPDF_INFO_TITLE, title.c_str());
  document->regular = font(document->pdf, fonts / "NotoSans-Regular.ttf");
  document->bold = font(document->pdf, fonts / "NotoSans-Bold.ttf");
  if (document->regular == nullptr || document->bold == nullptr)
    return base::fail(
        base::ErrorCode::Corrupt,
        fonts.string() + ": NotoSans-Regular.ttf or NotoSans-Bold.ttf cannot be used; install again");
  return Paper(std::move(document));
}

void Paper::add_page() {
  document_->page = HPDF_AddPage(document_->pdf);
  HPDF_Page_SetSize(document_->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
}

void Paper::write(const std::string& line, Weight weight, float size, float x, float y) {
  HPDF_Page_SetFontAndSize(document_->page, document_->font(weight), size);
  HPDF_Page_BeginText(document_->page);
  HPDF_Page_TextOut(document_->page, x, y, line.c_str());
  HPDF_Page_EndText(document_->page);
}

float Paper::width_of(const std::string& line, Weight weight, float size) {
  HPDF_Page_SetFontAndSize(document_->page, document_->font(weight), size);
  return HPDF_Page_TextWidth(document_->page, line.c_str());
}

float Paper::write_paragraph(const std::string& text, Weight weight, float size, float x, float top,
                             float wide) {
  HPDF_Page_SetFontAndSize(document_->page, document_->font(weight), size);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string line(rest);
    auto fits = HPDF_Page_MeasureText(document_->page, line.c_str(), wide, HPDF_TRUE, nullptr);
    if (fits == 0) fits = static_cast<HPDF_UINT>(rest.size());
    top -= size * 1.3F;
    write(line.substr(0, fits), weight, size, x, top);
    rest.remove_prefix(fits);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
  }
  return top;
}

void Paper::draw_line(float x, float y, float to_x, float to_y) {
  HPDF_Page_SetLineWidth(document_->page, 0.8F);
  HPDF_Page_MoveTo(document_->page, x, y);
  HPDF_Page_LineTo(document_->page, to_x, to_y);
  HPDF_Page_Stroke(document_->page);
}

// Stroke by stroke: libharu 2.4 takes the lengths of dashes in another type than 2.3.
void Paper::draw_cut(float y) {
  constexpr int dash = 4;
  for (int x = 0; x < static_cast<int>(width); x += 2 * dash)
    draw_line(static_cast<float>(x), y, static_cast<float>(x + dash), y);
}

base::Result<base::Bytes> Paper::bytes() {
  HPDF_SaveToStream(document_->pdf);
  base::Bytes bytes(HPDF_GetStreamSize(document_->pdf));
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(document_->pdf, bytes.data(), &size);
  bytes.resize(size);
  if (document_->wrong != HPDF_OK)
    return base::fail(base::ErrorCode::Corrupt, "libharu: error " + std::to_string(document_->wrong));
  return bytes;
}

}  // namespace wv::app
