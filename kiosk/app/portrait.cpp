// Tries one size after the other until the picture fits.
#include "kiosk/app/portrait.h"

#include <algorithm>

#include "kiosk/paint/image.h"
#include "kiosk/paint/png_write.h"

namespace wv::app {

base::Result<base::Bytes> small_picture(const paint::Canvas& canvas, std::size_t most_bytes) {
  paint::Image whole{canvas.size(), {}, true};
  for (int y = 0; y < canvas.height(); ++y)
    whole.pixels.insert(whole.pixels.end(), canvas.line(y).begin(), canvas.line(y).end());
  for (const int part : {3, 4, 5, 6, 8}) {
    const paint::Size size{std::max(1, canvas.width() / part), std::max(1, canvas.height() / part)};
    auto small = paint::scale_down(whole, size);
    WV_TRY(auto png, paint::encode_png({small.pixels.data(), size, size.width}));
    if (png.size() <= most_bytes) return png;
  }
  return base::fail(base::ErrorCode::Invalid, "the picture of the screen stays too large to be sent");
}

}  // namespace wv::app
