// SDL's own software renderer on the same triangles, as the rival in the same run.
#pragma once

#include <memory>

#include "kiosk/paint/geometry.h"

struct ImDrawData;

namespace wv::paint {

class SdlPeer {
 public:
  // Uses a made-up texture of the atlas's size: what counts is the work, not the picture.
  SdlPeer(Size canvas, Size atlas);
  ~SdlPeer();
  SdlPeer(const SdlPeer&) = delete;
  SdlPeer& operator=(const SdlPeer&) = delete;
  bool works() const;
  // Keeps a copy of the drawing: SDL refuses texture coordinates outside 0..1, which a soft edge has.
  void load(const ImDrawData& data);
  void draw();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace wv::paint
