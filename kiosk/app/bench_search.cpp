// Texts of made-up compound words: common ones stand nearly everywhere, as in life, and a few stand only
// once.
#include "kiosk/app/bench_search.h"

#include <algorithm>
#include <array>

#include "embedded/release_sql.h"
#include "kiosk/store/search.h"
#include "kiosk/visit/visit.h"
#include "sync/db/database.h"

namespace wv::app {

namespace {

constexpr int item_count = 10'000, area_count = 8, search_runs = 15;
constexpr std::array long_words = {"speel",  "tuin",    "bank",    "groen", "bomen",   "plein", "school",
                                   "fiets",  "pad",     "buurt",   "huis",  "jeugd",   "ouder", "veilig",
                                   "licht",  "water",   "schaduw", "markt", "station", "bus",   "parkeer",
                                   "afval",  "energie", "warmte",  "kamer", "koffie",  "taal",  "sport",
                                   "muziek", "winkel",  "zorg",    "arts"};
constexpr std::array short_words = {"de", "het", "een", "van", "in", "op", "met", "voor", "en", "wij"};
constexpr std::array questions = {"de",
                                  "speel",
                                  "speeltuin",
                                  "bank groen",
                                  "school veilig licht",
                                  "koffiekamer",
                                  "watermarkten",
                                  "bankje bij de speeltuin",
                                  "uniek4711"};

// The same release every time, with every compiler.
class TextMaker {
 public:
  std::string text(int length) {
    std::string all;
    for (int i = 0; i < length; ++i) {
      if (i > 0) all += ' ';
      const auto kind = next(10);
      if (kind < 4) {
        all += short_words[next(short_words.size())];
      } else {
        all += long_words[next(long_words.size())];
        if (kind > 6) all += long_words[next(long_words.size())];
      }
    }
    return all;
  }

 private:
  std::size_t next(std::size_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;  // Knuth's MMIX
    return static_cast<std::size_t>((state_ >> 33) % below);
  }
  std::uint64_t state_ = 20261125;
};

base::Result<> fill(db::Database& release) {
  WV_TRY(auto transaction, db::Transaction::begin(release));
  WV_CHECK(release.run(embedded::release_sql));
  WV_TRY(auto insert, release.prepare("INSERT INTO zoek(titel,tekst,soort,gebied,agenda,sleutel,bij,taal) "
                                      "VALUES(?,?,'actie',?,'agenda',?,'opgave',?)"));
  TextMaker maker;
  for (int item = 0; item < item_count; ++item) {
    const std::string area = "gebied-" + std::to_string(item * area_count / item_count);
    for (const std::string_view lang : {"nl", "en"}) {
      const std::string title = maker.text(7), body = maker.text(45) + " uniek" + std::to_string(item);
      WV_CHECK(insert.bind_all(title, body, area, "a-" + std::to_string(item), lang).run());
    }
  }
  for (int area = 0; area < area_count; ++area)
    WV_CHECK(release.run("INSERT INTO zoekgebied VALUES(?,?,?)", "gebied-" + std::to_string(area),
                         2 * item_count / area_count * area + 1, 2 * item_count / area_count * (area + 1)));
  WV_CHECK(release.run("INSERT INTO zoek(zoek) VALUES('optimize')"));
  return transaction.commit();
}

base::Result<SearchBench> ask(const std::filesystem::path& file,
                              const std::function<std::int64_t()>& nanoseconds) {
  WV_TRY(auto release, db::Database::open(file, db::OpenMode::Immutable));
  SearchBench bench{.items = item_count,
                    .megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6};
  for (const std::string_view question : questions) {
    visit::Search wanted{{}, "nl", model::AreaId{"gebied-5"}};
    wanted.words.insert(question, visit::most_query);
    SearchTime time{.typed = std::string(question)};
    std::vector<double> times;
    for (int run = 0; run < search_runs; ++run) {
      const auto before = nanoseconds();
      const auto answer = store::search(release, wanted);
      times.push_back(static_cast<double>(nanoseconds() - before) / 1e6);
      time.hits = answer.hits.size();
      time.more = answer.more;
    }
    std::ranges::sort(times);
    time.median_ms = times[times.size() / 2];
    time.worst_ms = times.back();
    bench.times.push_back(std::move(time));
  }
  return bench;
}

}  // namespace

base::Result<SearchBench> bench_search(const std::filesystem::path& folder,
                                       const std::function<std::int64_t()>& nanoseconds) {
  const auto file = folder / "meting-zoeken.db";
  std::filesystem::remove(file);
  base::Result<> filled;
  {
    WV_TRY(auto release, db::Database::open(file, db::OpenMode::Own));
    filled = fill(release);
  }
  auto bench = filled ? ask(file, nanoseconds) : base::Result<SearchBench>(std::unexpected(filled.error()));
  std::filesystem::remove(file);
  return bench;
}

}  // namespace wv::app
