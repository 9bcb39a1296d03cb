// Both kinds of feed in one walk: an item has a title, a date, a text and something that names it for good.
#include "sync/intake/feed.h"

#include <libxml/parser.h>
#include <time.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "sync/base/time.h"
#include "sync/intake/plain_text.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::ErrorCode;
using base::Json;

constexpr std::size_t most_items = 50, longest_headline = 160, longest_body = 4000;

struct FreeXml {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string_view local_name(const xmlNode* node) {
  return node->name ? reinterpret_cast<const char*>(node->name) : "";
}

std::string attribute(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, FreeXml> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

// Text of Atom's type="xhtml" is markup of the document itself.
std::string content_of(xmlNode* node) {
  if (attribute(node, "type") == "xhtml") {
    const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), xmlBufferFree);
    xmlNodeDump(buffer.get(), node->doc, node, 0, 0);
    return reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
  }
  const std::unique_ptr<xmlChar, FreeXml> text(xmlNodeGetContent(node));
  return text ? reinterpret_cast<const char*>(text.get()) : "";
}

struct FeedItem {
  long line = 0;
  std::string title, id, link, date, changed, text, summary;
};

void take(FeedItem& item, xmlNode* node) {
  const auto name = local_name(node);
  const auto set = [&](std::string& field) {
    if (field.empty()) field = content_of(node);
  };
  if (name == "title") set(item.title);
  if (name == "guid" || name == "id") set(item.id);
  if (name == "link") item.link += attribute(node, "href") + content_of(node);
  if (name == "pubDate" || name == "published" || name == "date") set(item.date);
  if (name == "updated") set(item.changed);
  if (name == "encoded" || name == "content") set(item.text);
  if (name == "description" || name == "summary") set(item.summary);
}

FeedItem item_of(xmlNode* node) {
  FeedItem item;
  item.line = xmlGetLineNo(node);
  for (auto* part = node->children; part; part = part->next)
    if (part->type == XML_ELEMENT_NODE) take(item, part);
  return item;
}

// <rss><channel><item>, <feed><entry>, and RSS 1.0's <RDF><item>.
std::vector<FeedItem> items_of(xmlNode* root) {
  std::vector<FeedItem> items;
  const auto collect = [&](xmlNode* in) {
    for (auto* node = in->children; node; node = node->next)
      if (local_name(node) == "item" || local_name(node) == "entry") items.push_back(item_of(node));
  };
  collect(root);
  for (auto* node = root->children; node; node = node->next)
    if (local_name(node) == "channel") collect(node);
  return items;
}

// The day as its author wrote it: "Tue, 03 Mar 2026 23:30:00 +0100" or "2026-03-03T23:30:00Z".
base::Result<base::Day> day_of(const std::string& written) {
  const auto text = fit_line(written, 60);
  if (auto day = base::parse_iso_day(std::string_view(text).substr(0, 10))) return day;
  for (const char* form : {"%a, %d %b %Y", "%d %b %Y"}) {
    tm parts{};
    if (!::strptime(text.c_str(), form, &parts)) continue;
    const base::Day day{std::chrono::year(parts.tm_year + 1900),
                        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                        std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
    if (day.ok()) return day;
  }
  return base::fail(ErrorCode::Invalid, "its date is no date: " + text);
}

class Newspaper {
 public:
  explicit Newspaper(const std::string& area) : area_(area) {}

  Reading make(const std::vector<FeedItem>& items) {
    for (const auto& item : items) add(item);
    std::ranges::stable_sort(dated_, [](const auto& a, const auto& b) { return b.first < a.first; });
    for (auto& [_, item] : dated_)
      if (reading_.items.size() < most_items) reading_.items.push_back(std::move(item));
    if (dated_.size() > most_items)
      reading_.warnings.push_back({"the feed",
                                   "has " + std::to_string(dated_.size()) + " items; the " +
                                       std::to_string(most_items) + " newest are taken",
                                   ""});
    return std::move(reading_);
  }

 private:
  void add(const FeedItem& item) {
    const auto title = fit_line(plain_text(item.title), longest_headline);
    const std::string where =
        "line " + std::to_string(item.line) + (title.empty() ? "" : ", \"" + fit_line(title, 60) + "\"");
    if (title.empty()) return reading_.left_out.push_back({where, "it has no title", ""});
    const auto day = day_of(item.date.empty() ? item.changed : item.date);
    if (!day) return reading_.left_out.push_back({where, day.error().message, ""});
    const auto whole = plain_text(item.text.empty() ? item.summary : item.text);
    if (was_cut(whole, longest_body))
      reading_.warnings.push_back({where, "its text is shortened to 4000 characters", ""});
    const auto body = fit_text(whole, longest_body);
    const auto& name = !item.id.empty() ? item.id : !item.link.empty() ? item.link : item.title;
    Json news = Json::object(
        {{"id", stable_id("feed", fit_line(name, 2000))}, {"op", base::to_iso_day(*day)}, {"titel", title}});
    news.set("tekst", body.empty() ? title : body);
    dated_.emplace_back(*day, Item{area_, "nieuws", std::move(news), where});
  }

  const std::string& area_;
  Reading reading_;
  std::vector<std::pair<base::Day, Item>> dated_;
};

}  // namespace

base::Result<Reading> read_feed(std::string_view bytes, const std::string& area) {
  constexpr int options =
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
  const std::unique_ptr<xmlDoc, FreeXml> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
  if (!document) {
    const auto* error = xmlGetLastError();
    return base::fail(ErrorCode::Invalid, error && error->message ? "line " + std::to_string(error->line) +
                                                                        ": " + fit_line(error->message, 200)
                                                                  : "this is no XML");
  }
  if (document->intSubset)
    return base::fail(ErrorCode::Invalid, "it has a DOCTYPE; a feed has none, so it is not read further");
  auto* root = xmlDocGetRootElement(document.get());
  const auto kind = root ? local_name(root) : "";
  if (kind != "rss" && kind != "feed" && kind != "RDF")
    return base::fail(ErrorCode::Invalid, "this is no feed: it begins with <" + fit_line(kind, 40) +
                                              "> instead of <rss> or <feed>");
  return Newspaper(area).make(items_of(root));
}

}  // namespace wv::intake
