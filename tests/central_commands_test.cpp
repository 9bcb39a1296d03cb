// wijkvenster-central as a person or a script meets it: words, exit codes, and two processes at one store.
#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <fstream>

#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
namespace fs = std::filesystem;

namespace {

struct Ran {
  int status = -1;
  std::string out;  // both streams
};

Ran run(const std::string& arguments) {
  const std::string command = std::string(WV_BINARY_DIR) + "/bin/wijkvenster-central " + arguments + " 2>&1";
  Ran ran;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe);
  char piece[4096];
  while (const auto got = std::fread(piece, 1, sizeof piece, pipe)) ran.out.append(piece, got);
  const int status = ::pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

bool says(const Ran& ran, const std::string& words) {
  return ran.out.find(words) != std::string::npos;
}

struct Town {
  TemporaryFolder folder;
  std::string repo = (folder.path / "repo").string();

  Ran with_repo(const std::string& arguments) const { return run(arguments + " --repo " + repo); }
  void publish() const {
    REQUIRE(with_repo("init").status == 0);
    REQUIRE(with_repo("publish " + content_mini()).status == 0);
  }
};

// A server in a process of its own, up when the port file is there.
class Server {
 public:
  explicit Server(const Town& town) {
    const auto binary = std::string(WV_BINARY_DIR) + "/bin/wijkvenster-central";
    const auto port_file = (town.folder.path / "poort").string();
    pipe_ = ::popen((binary + " serve --repo " + town.repo + " --listen 127.0.0.1:0 --port-file " +
                     port_file + " 2>&1 & echo $!; wait $!; echo ended $?")
                        .c_str(),
                    "r");
    REQUIRE(pipe_);
    REQUIRE(std::fscanf(pipe_, "%d", &process_) == 1);
    for (std::string line; line.find("listening") == std::string::npos;) REQUIRE(next_line(line));
    std::ifstream(port_file) >> port;
  }
  ~Server() { stop(); }
  // What it said at its end.
  std::string stop() {
    std::string all;
    if (!pipe_) return all;
    ::kill(process_, SIGTERM);
    for (std::string line; next_line(line);) all += line;
    ::pclose(std::exchange(pipe_, nullptr));
    return all;
  }
  int port = 0;

 private:
  bool next_line(std::string& line) {
    char text[4096];
    if (!std::fgets(text, sizeof text, pipe_)) return false;
    line = text;
    return true;
  }
  std::FILE* pipe_ = nullptr;
  int process_ = 0;
};

}  // namespace

TEST_CASE("every command explains itself with an example") {
  for (const std::string command :
       {"", "init", "publish", "serve", "kiosks", "kiosks add", "kiosks list", "kiosks revoke", "ideas",
        "answer", "export", "relay once", "relay status", "publish-answers", "backup", "durable", "restore",
        "erase"}) {
    const auto help = run(command + " --help");
    INFO(command);
    CHECK(help.status == 0);
    if (command != "kiosks") CHECK(says(help, "Examples:"));
  }
  CHECK(says(run("--version"), "wijkvenster-central 0."));
}

TEST_CASE("a command that is none, or misses something, is usage: 2") {
  for (const std::string wrong :
       {"", "frobnicate", "publish", "serve", "serve --store mysql://x --repo y",
        "serve --store postgresql://u:geheim@x/y --repo y", "answer x", "ideas --json --csv --repo x",
        "kiosks", "kiosks add", "export --repo x", "relay --repo x", "relay once --repo x",
        "export everything --repo x", "export ideas --format docx --repo x",
        "export ideas --from gisteren --repo x", "export ideas --contact-key k --repo x"})
    CHECK(run(wrong).status == 2);
}

TEST_CASE("a database that is not there: which one and why, and try later") {
  const Town town;
  const auto asked =
      run("kiosks list --store 'postgresql://u@/wijkvenster?host=" + town.folder.path.string() + "'");
  CHECK(asked.status == 75);
  CHECK(says(asked, "PostgreSQL: connection to server on socket"));
}

TEST_CASE("mistakes in content: all of them, exit 1, and what was published stands") {
  const Town town;
  town.publish();
  const auto before = town.with_repo("root-sha256").out;
  const auto bad = town.folder.path / "slecht";
  fs::copy(content_mini(), bad, fs::copy_options::recursive);
  std::ofstream(bad / "gebieden/zuid.toml", std::ios::app) << "\nkleur = 1\n";
  std::ofstream(bad / "gemeente.toml", std::ios::app) << "\nsmaak = 2\n";
  const auto timestamp = fs::last_write_time(town.repo + "/openbaar/mini/timestamp.json");
  const auto refused = town.with_repo("publish " + bad.string());
  CHECK(refused.status == 1);
  CHECK(says(refused, "gebieden/zuid.toml:"));
  CHECK(says(refused, "gemeente.toml:"));
  CHECK(says(refused, "2 mistakes"));
  CHECK(fs::last_write_time(town.repo + "/openbaar/mini/timestamp.json") == timestamp);
  CHECK(town.with_repo("root-sha256").out == before);
}

TEST_CASE("a command reaches the store through the server that holds it, and without one by itself") {
  const Town town;
  town.publish();
  {
    Server server(town);
    CHECK(server.port > 0);
    const auto code = town.with_repo("kiosks add Een --code-only");
    CHECK(code.status == 0);
    CHECK(code.out.size() == 11);
    CHECK(says(town.with_repo("kiosks list"), "Een"));
    CHECK(town.with_repo("serve --listen 127.0.0.1:0").status == 69);
    CHECK(town.with_repo("restore " + town.repo + "/x").status == 75);
    const auto ended = server.stop();
    CHECK(ended.find("stopped") != std::string::npos);
    CHECK(ended.find("ended 0") != std::string::npos);
  }
  CHECK(town.with_repo("kiosks add Twee --code-only").status == 0);
  const auto both = town.with_repo("kiosks list --json");
  CHECK(says(both, "Een"));
  CHECK(says(both, "Twee"));
  CHECK(town.with_repo("ideas --json").out == "[]\n");
}

TEST_CASE("a server that was killed leaves nothing in the way of the next command") {
  const Town town;
  town.publish();
  {
    Server server(town);
    REQUIRE(town.with_repo("kiosks add Een --code-only").status == 0);
  }
  // As a kill would leave it: the socket file still lies there.
  std::ofstream(town.repo + "/ideeen.db.balie") << "";
  CHECK(town.with_repo("kiosks add Twee --code-only").status == 0);
  Server again(town);
  CHECK(says(town.with_repo("kiosks list"), "Twee"));
}

TEST_CASE("an answer with a wrong code, a wrong idea or a wrong status is told so: 1") {
  const Town town;
  town.publish();
  CHECK(says(town.with_repo("answer AAAAA-AAAAA --status 'in behandeling'"), "check bits"));
  const auto unknown =
      town.with_repo("answer 019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f --status 'in behandeling'");
  CHECK(unknown.status == 1);
  CHECK(says(unknown, "no idea"));
  CHECK(says(town.with_repo("answer 019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f --status misschien"),
             "unknown status"));
}

TEST_CASE("backup, durable and restore tell what they did, and refuse what is no copy") {
  const Town town;
  town.publish();
  const auto copy = (town.folder.path / "kopie.db").string();
  CHECK(says(town.with_repo("backup " + copy), "read them back"));
  CHECK(town.with_repo("backup " + copy).status == 1);
  CHECK(says(town.with_repo("durable " + copy), "Durable up to"));
  CHECK(town.with_repo("restore " + copy).status == 0);
  // Made before the restore: its epoch is gone.
  CHECK(town.with_repo("durable " + copy).status == 1);
  const auto none = (town.folder.path / "geen.db").string();
  std::ofstream(none) << "this is no database";
  CHECK(town.with_repo("restore " + none).status == 1);
  CHECK(town.with_repo("restore " + none + ".weg").status == 1);
}

TEST_CASE("an export appears whole, for its owner alone, with its metadata beside it") {
  const Town town;
  town.publish();
  REQUIRE(
      town.with_repo("example-ideas " + std::string(WV_SOURCE_DIR) + "/assets/content/voorbeeldideeen.toml")
          .status == 0);
  const auto file = (town.folder.path / "ideeen.csv").string();
  CHECK(says(town.with_repo("export ideas --out " + file), " rows in " + file));
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK_FALSE(fs::exists(file + ".nieuw"));
  std::ifstream metadata(file + "-metadata.json");
  const std::string about((std::istreambuf_iterator<char>(metadata)), {});
  CHECK(about.find("http://www.w3.org/ns/csvw") != std::string::npos);
  // The same words on standard output, and nothing else beside them.
  std::ifstream in(file, std::ios::binary);
  const std::string csv((std::istreambuf_iterator<char>(in)), {});
  CHECK(town.with_repo("export ideas").out == csv);
  CHECK(town.with_repo("ideas --csv").out == csv);
  CHECK(csv.starts_with("ideeId,ontvangenOp,kiosk,status,tekst,"));
  REQUIRE(town.with_repo("kiosks add Een --code-only").status == 0);
  const auto log = town.with_repo("export log --format json");
  CHECK(log.status == 0);
  CHECK(says(log, "kiosk-toegevoegd"));
  CHECK(town.with_repo("export kiosks --status wacht").out.find("Een") != std::string::npos);
}

TEST_CASE("an export that cannot be finished leaves what stood there before") {
  const Town town;
  town.publish();
  const auto file = town.folder.path / "kiosken.csv";
  std::ofstream(file) << "van vorige maand";
  CHECK(town.with_repo("export kiosks --from 2026-01-01 --out " + file.string()).status == 1);
  std::ifstream in(file);
  CHECK(std::string((std::istreambuf_iterator<char>(in)), {}) == "van vorige maand");
  CHECK(town.with_repo("export ideas --out " + (town.folder.path / "geen-map" / "x.csv").string()).status ==
        74);
  CHECK(run("export ideas --repo " + town.repo + " > /dev/full").status == 74);
}

TEST_CASE("mistakes in a file of connections: all of them with their lines, and nothing is told") {
  const Town town;
  town.publish();
  const auto file = (town.folder.path / "koppelingen.toml").string();
  std::ofstream(file)
      << "[[klantinteracties]]\nnaam = \"Open Klant\"\nurl = \"https://x\"\nnummerreeks = \"0\"\n"
         "token_bestand = \"t\"\n[[webhook]]\nnaam = \"haak\"\ngeheim = \"whsec_x\"\n";
  const auto refused = town.with_repo("relay once --connections " + file);
  CHECK(refused.status == 1);
  for (const auto* line :
       {":1:", ":4: klantinteracties[0].nummerreeks", "webhook[0].url", "webhook[0].geheim"}) {
    INFO(line);
    CHECK(says(refused, line));
  }
  CHECK(town.with_repo("serve --listen 127.0.0.1:0 --connections " + file + ".weg").status == 1);
  CHECK(says(town.with_repo("relay status"), "No other system"));
}
