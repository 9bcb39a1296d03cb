// A finger on the glass of an X server: the server's own `inputtest` driver makes of it what it makes of a
// real panel's, so it travels as XInput2 touch, through grabs and pointer emulation, to whoever is under it.
#pragma once

#include <X11/extensions/XI2.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <cstring>
#include <stdexcept>
#include <string>

namespace wv::test {

// Throws std::runtime_error when the server has gone.
class XTouch {
 public:
  enum class Moment : std::uint32_t { Begin = XI_TouchBegin, Update = XI_TouchUpdate, End = XI_TouchEnd };

  // `screen`: width and height of the whole X screen in pixels.
  XTouch(const std::string& socket, int width, int height) : width_(width), height_(height) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket.size() >= sizeof address.sun_path)
      throw std::runtime_error("too long for a socket: " + socket);
    std::memcpy(address.sun_path, socket.data(), socket.size());
    wire_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (::connect(wire_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no touch panel at " + socket);
    xf86ITEventClientVersion hello{};
    hello.header = {sizeof hello, XF86IT_EVENT_CLIENT_VERSION};
    hello.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    hello.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    send(hello);
    receive<xf86ITResponseServerVersion>();
  }
  XTouch(const XTouch&) = delete;
  XTouch& operator=(const XTouch&) = delete;
  ~XTouch() { ::close(wire_); }

  // Returns when the server has handed it on. `x`, `y` in pixels of the X screen.
  void touch(Moment moment, std::uint32_t finger, double x, double y) {
    xf86ITEventTouch event{};
    event.header = {sizeof event, XF86IT_EVENT_TOUCH};
    event.touchid = finger;
    event.touch_type = static_cast<std::uint32_t>(moment);
    event.valuators.mask[0] = 0b11;  // where, on the two axes of the panel
    event.valuators.valuators[0] = x * kAxis / width_;
    event.valuators.valuators[1] = y * kAxis / height_;
    send(event);
    xf86ITEventWaitForSync sync{};
    sync.header = {sizeof sync, XF86IT_EVENT_WAIT_FOR_SYNC};
    send(sync);
    receive<xf86ITResponseSyncFinished>();
  }

 private:
  static constexpr double kAxis = 65536;  // the driver's own scale

  template <class Message>
  void send(const Message& message) {
    if (::send(wire_, &message, sizeof message, MSG_NOSIGNAL) != static_cast<ssize_t>(sizeof message))
      throw std::runtime_error("the touch panel has gone");
  }
  template <class Message>
  Message receive() {
    Message message{};
    if (::recv(wire_, &message, sizeof message, MSG_WAITALL) != static_cast<ssize_t>(sizeof message))
      throw std::runtime_error("the touch panel has gone");
    return message;
  }

  int width_, height_;
  int wire_ = -1;
};

}  // namespace wv::test
