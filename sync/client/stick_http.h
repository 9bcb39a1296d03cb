// The central, as far as a USB stick can be it: it serves the files that were put on it, gives the answers
// that came back, and takes along what has no answer yet.
#pragma once

#include <optional>
#include <vector>

#include "sync/base/http.h"
#include "sync/wire/stick.h"

namespace wv::client {

class StickHttp final : public base::Http {
 public:
  explicit StickHttp(base::Files& stick) : stick_(stick) {}

  // Answers of the central, already believed.
  void bring(std::vector<wire::stick::Answered> answers);

  // GET of content: 200 or 404. Everything else: the answer that was brought for this path and these bytes,
  // or 202, and the request goes along. What the stick itself refuses fails, and stays as `trouble`.
  base::Result<base::HttpResponse> exchange(const base::HttpRequest& request) override;

  const std::vector<wire::stick::Carried>& taken_along() const { return taken_along_; }
  const std::optional<base::Error>& trouble() const { return trouble_; }

 private:
  base::Result<base::HttpResponse> serve(std::string_view name, std::uint64_t max_bytes);
  base::HttpResponse post(const base::HttpRequest& request);

  base::Files& stick_;
  std::vector<wire::stick::Answered> answers_;
  std::vector<wire::stick::Carried> taken_along_;
  std::size_t bytes_taken_ = 0;
  std::optional<base::Error> trouble_;
};

}  // namespace wv::client
