// Through xcb and not Xlib: an error is an answer there, and not the end of the process.
#include "kiosk/care/x_power.h"

#include <xcb/dpms.h>
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace wv::care {
namespace {

struct Close {
  void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
struct Free {
  void operator()(void* reply) const { std::free(reply); }
};
template <class T>
using Reply = std::unique_ptr<T, Free>;

class Server {
 public:
  explicit Server(const std::string& name) : x_(xcb_connect(name.c_str(), nullptr)) {}

  bool has_power() {
    if (xcb_connection_has_error(x_.get()) != 0) return false;
    const auto* extension = xcb_get_extension_data(x_.get(), &xcb_dpms_id);
    if (extension == nullptr || extension->present == 0) return false;
    const Reply<xcb_dpms_capable_reply_t> said(
        xcb_dpms_capable_reply(x_.get(), xcb_dpms_capable(x_.get()), nullptr));
    return said && said->capable != 0;
  }
  bool done(xcb_void_cookie_t request) {
    const Reply<xcb_generic_error_t> error(xcb_request_check(x_.get(), request));
    return !error && xcb_connection_has_error(x_.get()) == 0;
  }
  xcb_connection_t* get() { return x_.get(); }

 private:
  std::unique_ptr<xcb_connection_t, Close> x_;
};

}  // namespace

bool take_x_power(const std::string& name) {
  Server x(name);
  if (!x.has_power()) return false;
  // Left alone a server blanks after ten minutes without a touch, whatever the hour.
  const bool saver = x.done(xcb_set_screen_saver_checked(x.get(), 0, 0, 0, 0));
  const bool timeouts = x.done(xcb_dpms_set_timeouts_checked(x.get(), 0, 0, 0));
  const bool on = x.done(xcb_dpms_enable_checked(x.get()));
  return saver && timeouts && on;
}

bool set_x_power(const std::string& name, bool on) {
  Server x(name);
  if (!x.has_power()) return false;
  return x.done(xcb_dpms_force_level_checked(x.get(), on ? XCB_DPMS_DPMS_MODE_ON : XCB_DPMS_DPMS_MODE_OFF));
}

std::optional<bool> x_power_is_on(const std::string& name) {
  Server x(name);
  if (!x.has_power()) return std::nullopt;
  const Reply<xcb_dpms_info_reply_t> said(xcb_dpms_info_reply(x.get(), xcb_dpms_info(x.get()), nullptr));
  if (!said) return std::nullopt;
  return said->state == 0 || said->power_level == XCB_DPMS_DPMS_MODE_ON;
}

}  // namespace wv::care
