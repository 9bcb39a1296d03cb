// Pages, forms and codes of the desk as pure values: nothing that somebody typed is ever more than text.
#include "sync/desk/caller.h"
#include "sync/desk/form.h"
#include "sync/desk/html.h"
#include "sync/desk/totp.h"
#include "tests/support/catch.h"

using namespace wv;
using desk::el;
using desk::Form;
using desk::Html;

TEST_CASE("what a resident typed stands on the page as text, whatever it looks like") {
  const std::string typed = "<script>alert('x')</script> & \"bankje\"";
  CHECK(el("p", {}, {typed}).bytes() ==
        "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;bankje&quot;</p>");
  CHECK(el("input", {{"value", typed}}).bytes() ==
        "<input value=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;bankje&quot;\">");
  CHECK(el("p", {}, {std::string("a\0b\x01\xff", 5)}).bytes() == "<p>ab\xEF\xBF\xBD</p>");
}

TEST_CASE("a text field keeps the empty line with which an answer begins") {
  CHECK(el("textarea", {}, {"\nHallo"}).bytes() == "<textarea>\n\nHallo</textarea>");
}

TEST_CASE("no link of the desk leads anywhere else, even when its address came from outside") {
  for (const auto* address : {"javascript:alert(1)", "https://elders.example/", "//elders.example",
                              "/\\elders.example", "data:text/html,x", " /beheer"})
    CHECK(el("a", {{"href", address}}, {"x"}).bytes() == "<a href=\"#\">x</a>");
  CHECK(el("a", {{"href", "/beheer/ideeen?blad=2&status=x"}}, {"x"}).bytes() ==
        "<a href=\"/beheer/ideeen?blad=2&amp;status=x\">x</a>");
}

TEST_CASE("a form is read as the browser meant it") {
  const auto form = Form::parse("naam=Wijkcentrum+De+Ypelaer&tekst=50%25+%26+%C3%A9%C3%A9n%0D%0Aregel&leeg=");
  REQUIRE(form);
  CHECK(form->text("naam") == "Wijkcentrum De Ypelaer");
  CHECK(form->text("tekst") == "50% & één\r\nregel");
  CHECK(form->has("leeg"));
  CHECK(form->text("leeg").empty());
  CHECK_FALSE(form->has("anders"));
}

TEST_CASE("a form that is not quite a form is refused whole") {
  for (const auto* broken :
       {"a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "a=1&a=2", "%61=1&a=2", "a=%ED%A0%80"}) {
    INFO(broken);
    CHECK_FALSE(Form::parse(broken));
  }
  std::string many;
  for (std::size_t i = 0; i <= desk::max_fields; ++i) many += "f" + std::to_string(i) + "=x&";
  CHECK_FALSE(Form::parse(many));
}

TEST_CASE("a search with spaces and signs goes round through the address unharmed") {
  const std::string words = "boom & bank + 50% één";
  const auto form = Form::parse("zoek=" + desk::query_value(words));
  REQUIRE(form);
  CHECK(form->text("zoek") == words);
}

// RFC 6238, appendix B: the secret of the SHA-1 column. Its eight digits end on our six.
TEST_CASE("the codes of a phone are those of RFC 6238") {
  const base::Secret secret(std::string_view("12345678901234567890"));
  const std::pair<std::int64_t, std::string_view> vectors[] = {
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, code] : vectors) {
    const base::Instant at{std::chrono::seconds(seconds)};
    CHECK(desk::totp_code(secret, desk::totp_step(at)) == std::string(code));
    CHECK(desk::totp_step_of(secret, code, at) == desk::totp_step(at));
  }
}

TEST_CASE("a phone whose clock is half a minute off opens the door, one that is two minutes off does not") {
  const base::Secret secret(std::string_view("12345678901234567890"));
  const base::Instant at{std::chrono::seconds(1111111111)};
  const auto step = desk::totp_step(at);
  for (const auto near : {step - 1, step, step + 1})
    CHECK(desk::totp_step_of(secret, *desk::totp_code(secret, near), at) == near);
  for (const auto far : {step - 4, step - 2, step + 2, step + 4})
    CHECK_FALSE(desk::totp_step_of(secret, *desk::totp_code(secret, far), at));
  CHECK_FALSE(desk::totp_step_of(secret, "", at));
  CHECK_FALSE(desk::totp_step_of(secret, "0504710", at));
}

TEST_CASE("the secret of a phone is written as RFC 4648 writes it") {
  CHECK(desk::totp_secret_text(base::Secret(std::string_view("foobar"))) == "MZXW6YTBOI======");
  CHECK(desk::totp_address(base::Secret(std::string_view("12345678901234567890")), "moderator-noord") ==
        "otpauth://totp/"
        "Wijkvenster:moderator-noord?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Wijkvenster");
}

TEST_CASE("a form counts as ours only when the browser says it comes from this very host") {
  const auto from = [](base::Headers headers) {
    return desk::is_from_this_site({"POST", "/beheer", std::move(headers), "", "127.0.0.1"});
  };
  CHECK(from({{"host", "wijk.example"}, {"origin", "https://wijk.example"}, {"x-forwarded-proto", "https"}}));
  CHECK(from({{"host", "127.0.0.1:8080"}, {"origin", "http://127.0.0.1:8080"}}));
  CHECK_FALSE(
      from({{"host", "wijk.example"}, {"origin", "http://wijk.example"}, {"x-forwarded-proto", "https"}}));
  CHECK_FALSE(from(
      {{"host", "wijk.example"}, {"origin", "https://wijk.example.evil"}, {"x-forwarded-proto", "https"}}));
  CHECK_FALSE(from({{"host", "127.0.0.1:8080"}, {"origin", "null"}}));
  CHECK_FALSE(from({{"host", "127.0.0.1:8080"}}));
  CHECK_FALSE(from(
      {{"host", "127.0.0.1:8080"}, {"origin", "http://127.0.0.1:8080"}, {"sec-fetch-site", "same-site"}}));
}

TEST_CASE("behind TLS the cookie belongs to this host alone, and no other cookie is taken for it") {
  const central::Request tls{
      "GET",
      "/beheer",
      {{"x-forwarded-proto", "https"}, {"cookie", "wijkvenster=oud; __Host-wijkvenster=nieuw"}},
      "",
      ""};
  CHECK(desk::session_token(tls) == "nieuw");
  CHECK(desk::session_cookie(tls, "t") == "__Host-wijkvenster=t; Path=/; HttpOnly; SameSite=Strict; Secure");
  const central::Request plain{"GET", "/beheer", {{"cookie", "wijkvensters=x;wijkvenster=ja"}}, "", ""};
  CHECK(desk::session_token(plain) == "ja");
  CHECK(desk::session_cookie(plain, "") == "wijkvenster=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST_CASE("passwords go over TLS or stay on the machine") {
  const auto safe = [](base::Headers headers) {
    return desk::is_safe_way({"GET", "/", std::move(headers), "", ""});
  };
  CHECK(safe({{"host", "localhost:8080"}}));
  CHECK(safe({{"host", "[::1]:8080"}}));
  CHECK(safe({{"host", "wijk.example"}, {"x-forwarded-proto", "https"}}));
  CHECK_FALSE(safe({{"host", "wijk.example"}}));
  CHECK_FALSE(safe({{"host", "localhost.evil.example"}}));
  CHECK_FALSE(safe({{"host", "127.0.0.1.evil.example:80"}}));
  CHECK_FALSE(safe({}));
}
