// An Http whose answers are written by the test: a usual world behind it, and misfortunes in front of that.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "sync/base/http.h"

namespace wv::test {

class ScriptedHttp final : public base::Http {
 public:
  using Answer = base::Result<base::HttpResponse>;
  using Handler = std::function<Answer(const base::HttpRequest&)>;

  explicit ScriptedHttp(Handler usual) : usual_(std::move(usual)) {}

  // The next `times` requests whose address contains `part` meet this instead.
  void misfortune(std::string part, Handler handler, int times = 1) {
    misfortunes_.push_back({std::move(part), std::move(handler), times});
  }
  // The usual answer, changed on its way.
  void tamper(std::string part, std::function<void(base::HttpResponse&)> change, int times = 1) {
    misfortune(
        std::move(part),
        [this, change = std::move(change)](const base::HttpRequest& request) -> Answer {
          auto answer = usual_(request);
          if (answer) change(*answer);
          return answer;
        },
        times);
  }
  void forgive() { misfortunes_.clear(); }

  Answer exchange(const base::HttpRequest& request) override {
    requests.push_back(request);
    Answer answer = answer_to(request);
    // What the real one does for every answer.
    if (answer && answer->body.size() > request.max_body_bytes) {
      return base::fail(base::ErrorCode::Invalid, "the answer is larger than allowed");
    }
    return answer;
  }

  int count(std::string_view part) const {
    int found = 0;
    for (const auto& request : requests) found += request.url.find(part) != std::string::npos ? 1 : 0;
    return found;
  }

  std::vector<base::HttpRequest> requests;

 private:
  struct Misfortune {
    std::string part;
    Handler handler;
    int times;
  };

  Answer answer_to(const base::HttpRequest& request) {
    for (auto at = misfortunes_.begin(); at != misfortunes_.end(); ++at) {
      if (request.url.find(at->part) == std::string::npos) continue;
      const Handler handler = at->handler;
      if (--at->times == 0) misfortunes_.erase(at);
      return handler(request);
    }
    return usual_(request);
  }

  Handler usual_;
  std::deque<Misfortune> misfortunes_;
};

inline std::string request_header(const base::HttpRequest& request, std::string_view name) {
  for (const auto& [key, value] : request.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace wv::test
