// Dear ImGui's context, its one draw list and the way from there to pixels. What differs between its versions
// is here.
#include "kiosk/paint/frame.h"

#include <imgui.h>

#include "kiosk/paint/damage.h"
#include "kiosk/paint/pen.h"
#include "kiosk/paint/primitives.h"
#include "kiosk/paint/raster.h"

namespace wv::paint {
namespace {

// NewFrame insists on a built font. One letter is enough: all text is drawn by the text room.
void add_stand_in_font(ImFontAtlas& fonts) {
  static constexpr ImWchar kOneLetter[] = {' ', ' ', 0};
  fonts.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  ImFontConfig config;
  config.GlyphRanges = kOneLetter;
  config.OversampleH = config.OversampleV = 1;
  fonts.AddFontDefault(&config);
  fonts.Build();
  fonts.ClearTexData();
  fonts.SetTexID(to_im(TextureId::Glyphs));
}

void configure(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  io.DeltaTime = 1.0F / 60;
#if IMGUI_VERSION_NUM >= 18700
  io.ConfigInputTrickleEventQueue = false;
#endif
}

}  // namespace

struct Frame::Inside {
  explicit Inside(const Textures& shown) : textures(shown), context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context);
    configure(ImGui::GetIO());
    add_stand_in_font(*ImGui::GetIO().Fonts);
  }
  ~Inside() { ImGui::DestroyContext(context); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  const Textures& textures;
  ImGuiContext* context;
  std::vector<Point> scratch;
  Primitives primitives;
  Damage damage;
  Size size;
  Colour background;
};

Frame::Frame(const Textures& textures) : inside_(std::make_unique<Inside>(textures)) {}
Frame::~Frame() = default;

Painter Frame::begin(Size size, Colour background) {
  ImGui::SetCurrentContext(inside_->context);
  ImGui::GetIO().DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  inside_->size = size;
  inside_->background = background.with_alpha(255);
  ImGui::NewFrame();
  return {*ImGui::GetBackgroundDrawList(), inside_->scratch};
}

void Frame::drop() {
  ImGui::SetCurrentContext(inside_->context);
  ImGui::EndFrame();
}

FrameReport Frame::end(const Canvas& canvas) {
  Inside& in = *inside_;
  ImGui::SetCurrentContext(in.context);
  ImGui::Render();
  if (canvas.size() != in.size) {
    in.damage.forget();
    return {};
  }
  in.primitives.build(*ImGui::GetDrawData(), in.textures, in.size);
  FrameReport report{in.damage.update(in.primitives, in.background), 0};
  rasterise(in.primitives, in.textures, report.changed, in.background, canvas);
  for (const Rect& r : report.changed) report.pixels += r.area();
  return report;
}

FrameReport Frame::end(Presenter& presenter) {
  const FrameReport report = end(presenter.canvas());
  if (!report.changed.empty()) presenter.present(report.changed);
  return report;
}

void Frame::forget() {
  inside_->damage.forget();
}

}  // namespace wv::paint
