// The pictures of the release on show, decoded between frames and kept at the sizes they are drawn in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/house.h"
#include "kiosk/paint/textures.h"
#include "kiosk/ui/pictures.h"

namespace wv::app {

// A frame only asks; fetch() reads and decodes one picture at a time while nobody waits for a frame. What
// cannot be shown is known as such until the next release, and named on the staff screen.
class Gallery final : public ui::Pictures {
 public:
  static constexpr std::size_t most_bytes = std::size_t{4}
                                            << 20;  // of decoded pictures; a lone one may be larger

  Gallery(House& house, paint::Textures& textures) : house_(house), textures_(textures) {}

  bool has(std::string_view name) override;
  ui::Picture find(std::string_view name, ui::Size box) override;

  // Before each frame: with another release nothing of the last one is left.
  void begin_frame();
  // The last frame asked for a picture, or a size of one, that is not here yet.
  bool wants() const { return wish_.has_value(); }
  // Gets it. True: a frame drawn now looks different.
  bool fetch();
  // All pictures: the next visitor may look at others.
  void forget();

 private:
  struct Print {
    std::string name;
    ui::Size box;  // what it was made to fill
    ui::Picture picture;
    std::uint64_t last_used = 0;  // frame
  };
  struct Wish {
    std::string name;
    ui::Size box;
  };
  Print* print_of(std::string_view name, ui::Size box);
  base::Result<paint::Image> develop(const Wish& wish);
  void make_room(std::size_t bytes);
  void clear();

  House& house_;
  paint::Textures& textures_;
  std::int64_t version_ = 0;
  std::uint64_t frame_ = 0;
  std::vector<Print> prints_;
  std::optional<Wish> wish_;  // one at a time: the next frame asks again for what it still misses
  std::vector<std::string> broken_;
};

}  // namespace wv::app
