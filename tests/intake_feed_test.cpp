// News of websites: RSS and Atom as plain news, and what no feed may do to the central.
#include "sync/intake/plain_text.h"
#include "tests/support/intake.h"

using namespace wv;
using namespace wv::test;
using base::Json;

namespace {

struct FeedIntake : Intake {
  FeedIntake() : Intake(intake::Kind::Feed) { order.area = "noord"; }
  intake::Report take(const std::string& xml) { return Intake::take("nieuws.xml", xml); }
  std::string why(const std::string& xml) { return refusal("nieuws.xml", xml); }
  Json news() const { return kept("feed-nieuws", "nieuws"); }
};

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
         "<channel><title>Nieuws</title>\n" +
         items + "</channel></rss>";
}
std::string item(const std::string& inside) {
  return "<item><title>Nieuw plein</title><guid>n1</guid><pubDate>Tue, 03 Mar 2026 23:30:00 +0100</pubDate>" +
         inside + "</item>\n";
}

}  // namespace

TEST_CASE("an item of RSS becomes news, its markup becomes text") {
  FeedIntake intake;
  const auto report = intake.take(
      rss(item("<link>https://x.example/1</link><description>kort</description>"
               "<content:encoded><![CDATA[<h2>Wat</h2><p>Het <b>plein</b> &amp; de bank.</p>"
               "<ul><li>een</li><li>twee</li></ul><script>alert(1)</script>]]></content:encoded>")));
  CHECK(report.understood == 1);
  auto found = intake.news().items()->front();
  CHECK(found.text_or("id", "").starts_with("feed-"));
  found.set("id", "");
  CHECK(found == Json::object({{"id", ""},
                               {"op", "2026-03-03"},
                               {"titel", "Nieuw plein"},
                               {"tekst", "## Wat\n\nHet plein & de bank.\n\n- een\n- twee"}}));
}

TEST_CASE("an entry of Atom becomes news, also with markup of its own") {
  FeedIntake intake;
  intake.take(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title>"
      "<entry><id>urn:1</id><title type=\"html\">A &amp;amp; B</title><updated>2026-03-02T10:00:00Z</updated>"
      "<content type=\"xhtml\"><div "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Een</p><p>Twee</p></div></content></entry>"
      "<entry><id>urn:2</id><title>C</title><published>2026-03-05T10:00:00Z</published><summary>Drie</"
      "summary></entry></feed>");
  const auto news = intake.news();
  REQUIRE(news.items()->size() == 2);
  CHECK(news.items()->at(0).text_or("titel", "") == "C");  // newest first
  CHECK(news.items()->at(1).text_or("titel", "") == "A & B");
  CHECK(news.items()->at(1).text_or("tekst", "") == "Een\n\nTwee");
}

TEST_CASE("an item without title or date is left out and the rest is kept") {
  FeedIntake intake;
  const auto report = intake.take(rss(item("<description>x</description>") +
                                      "<item><title>Zonder dag</title></item>\n<item/>"
                                      "<item><title>Rare dag</title><pubDate>gisteren</pubDate></item>"));
  CHECK(report.understood == 1);
  CHECK(report.left_out.size() == 3);
  CHECK(contains(all_of(report.left_out), "\"Rare dag\": its date is no date: gisteren"));
  CHECK(contains(all_of(report.left_out), "line 5: it has no title"));
}

TEST_CASE("a feed in another encoding is read as it says it is written") {
  FeedIntake intake;
  intake.take(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf\xe9</title>"
      "<pubDate>3 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>");
  CHECK(intake.news().items()->front().text_or("titel", "") == "Café");
}

TEST_CASE("the fifty newest items are taken and the same feed again doubles nothing") {
  FeedIntake intake;
  std::string items;
  for (int i = 1; i <= 80; ++i)
    items += "<item><title>N" + std::to_string(i) + "</title><guid>" + std::to_string(i) +
             "</guid><pubDate>" + std::to_string(1 + i % 28) +
             " Jan 2026 10:00:00 GMT</pubDate><description>x</description></item>";
  CHECK(intake.take(rss(items)).understood == 50);
  const auto again = intake.take(rss(items));
  CHECK(again.fresh == 0);
  CHECK(again.gone == 0);
}

TEST_CASE("hostile feeds are refused with a reason and change nothing") {
  FeedIntake intake;
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 12; ++i) {
    laughs += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) laughs += "&l" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  CHECK(!contains(intake.why(laughs + "]><rss><channel><item><title>&l11;</title></item></channel></rss>"),
                  "taken"));
  CHECK(contains(
      intake.why(
          "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel>"
          "<item><title>&x;</title></item></channel></rss>"),
      "DOCTYPE"));
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  CHECK(contains(intake.why("<rss>" + deep), "line 1"));
  CHECK(contains(intake.why("<html><body>404</body></html>"), "this is no feed: it begins with <html>"));
  CHECK(contains(intake.why("hallo"), "line 1"));
  CHECK(contains(intake.why("<rss><channel>"), "line 1"));
  CHECK(contains(intake.why(rss("")), "nothing in it could be kept"));
  CHECK_FALSE(std::filesystem::exists(intake.path / "invoer"));
}

TEST_CASE("markup becomes what a reader sees, however broken it is") {
  CHECK(intake::plain_text("gewone tekst") == "gewone tekst");
  CHECK(intake::plain_text("een<br>twee<p>drie") == "een\ntwee\n\ndrie");
  CHECK(intake::plain_text("<b>niet <i>dicht") == "niet dicht");
  CHECK(intake::plain_text("&lt;script&gt; is tekst &euro;5") == "<script> is tekst €5");
  CHECK(intake::plain_text("<style>p{}</style><p onclick=x>ja</p><!-- nee -->") == "ja");
  CHECK(intake::plain_text("").empty());
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  CHECK(intake::plain_text(deep + "x").size() <= 1);
  CHECK(intake::plain_text("caf\xe9").starts_with("caf"));
}
