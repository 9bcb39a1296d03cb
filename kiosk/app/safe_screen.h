// The picture that stands in for this program while it cannot run: drawn while all is well, shown by a script
// that copies it into the framebuffer (config/kiosk/safe-screen).
#pragma once

#include "kiosk/app/backstage.h"

namespace wv::app {

struct SafePlace {
  std::filesystem::path state;        // noodscherm.raw, .shape and .txt are kept here
  std::filesystem::path framebuffer;  // its folder in sysfs: virtual_size, bits_per_pixel, stride
};

// Words always; pixels only for a framebuffer of 32 bits a pixel, turned clockwise when the panel stands and
// the framebuffer lies. Io: the disk. About 50 ms and as many bytes as the screen has: not for between two
// frames.
base::Result<> leave_safe_screen(Backstage& backstage, base::Files& files, const base::Clock& clock,
                                 const SafePlace& place);

}  // namespace wv::app
