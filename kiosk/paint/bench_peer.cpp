// SDL_RenderGeometryRaw on a software renderer, the way Dear ImGui's own SDL backend calls it.
#define SDL_MAIN_HANDLED
#include "kiosk/paint/bench_peer.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <vector>

namespace wv::paint {

struct SdlPeer::Inside {
  Inside(Size canvas, Size atlas)
      : surface(SDL_CreateRGBSurfaceWithFormat(0, canvas.width, canvas.height, 32, SDL_PIXELFORMAT_ARGB8888)),
        renderer(surface == nullptr ? nullptr : SDL_CreateSoftwareRenderer(surface)) {
    if (renderer == nullptr) return;
    texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, atlas.width,
                                atlas.height);
    if (texture == nullptr) return;
    const std::vector<std::uint32_t> half(
        static_cast<std::size_t>(atlas.width) * static_cast<std::size_t>(atlas.height), 0x80FFFFFF);
    SDL_UpdateTexture(texture, nullptr, half.data(), atlas.width * 4);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
  }
  ~Inside() {
    if (texture != nullptr) SDL_DestroyTexture(texture);
    if (renderer != nullptr) SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  void draw(const ImDrawCmd& command) const {
    const SDL_Rect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                        static_cast<int>(command.ClipRect.z - command.ClipRect.x),
                        static_cast<int>(command.ClipRect.w - command.ClipRect.y)};
    SDL_RenderSetClipRect(renderer, &clip);
    const ImDrawVert* from = vertices.data() + command.VtxOffset;
    const auto* colours = reinterpret_cast<const SDL_Color*>(&from->col);
    SDL_RenderGeometryRaw(
        renderer, texture, &from->pos.x, sizeof(ImDrawVert), colours, sizeof(ImDrawVert), &from->uv.x,
        sizeof(ImDrawVert), static_cast<int>(vertices.size() - command.VtxOffset),
        indices.data() + command.IdxOffset, static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
  }

  std::vector<ImDrawVert> vertices;
  std::vector<ImDrawIdx> indices;
  std::vector<ImDrawCmd> commands;
  SDL_Surface* surface;
  SDL_Renderer* renderer;
  SDL_Texture* texture = nullptr;
};

SdlPeer::SdlPeer(Size canvas, Size atlas) : inside_(std::make_unique<Inside>(canvas, atlas)) {}
SdlPeer::~SdlPeer() = default;

bool SdlPeer::works() const {
  return inside_->texture != nullptr;
}

void SdlPeer::load(const ImDrawData& data) {
  if (data.CmdListsCount < 1) return;
  const ImDrawList& list = *data.CmdLists[0];
  inside_->vertices.assign(list.VtxBuffer.begin(), list.VtxBuffer.end());
  inside_->indices.assign(list.IdxBuffer.begin(), list.IdxBuffer.end());
  inside_->commands.assign(list.CmdBuffer.begin(), list.CmdBuffer.end());
  for (ImDrawVert& v : inside_->vertices)
    v.uv = {std::clamp(v.uv.x, 0.0F, 1.0F), std::clamp(v.uv.y, 0.0F, 1.0F)};
}

void SdlPeer::draw() {
  SDL_SetRenderDrawColor(inside_->renderer, 255, 255, 255, 255);
  SDL_RenderClear(inside_->renderer);
  for (const ImDrawCmd& command : inside_->commands) {
    if (command.ElemCount > 0) inside_->draw(command);
  }
  SDL_RenderFlush(inside_->renderer);
}

}  // namespace wv::paint
