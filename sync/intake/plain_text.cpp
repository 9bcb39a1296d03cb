// Walks the tree that libxml2 made of it, without recursion; libxml2 itself bounds its depth.
#include "sync/intake/plain_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "sync/base/utf8.h"

namespace wv::intake {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view name_of(const xmlNode* node) {
  return node->name ? reinterpret_cast<const char*>(node->name) : "";
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::find(names, name) != std::end(names);
}

bool is_hidden(std::string_view name) {
  static constexpr std::string_view hidden[] = {"script",   "style", "head", "template", "iframe", "object",
                                                "noscript", "svg",   "form", "select",   "video",  "audio"};
  return is_one_of(name, hidden);
}

bool is_block(std::string_view name) {
  static constexpr std::string_view blocks[] = {
      "p",  "div", "ul", "ol",      "table", "blockquote", "section", "h1",     "h2",     "h3",
      "h4", "h5",  "h6", "article", "hr",    "pre",        "dl",      "figure", "address"};
  return is_one_of(name, blocks);
}

bool is_line(std::string_view name) {
  static constexpr std::string_view lines[] = {"br", "tr", "dt", "dd", "li"};
  return is_one_of(name, lines);
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Runs of blanks become one space, as a browser shows them.
class Writer {
 public:
  void words(std::string_view text) {
    while (!text.empty()) {
      const auto whole = text;
      const auto next = base::next_code_point(text);
      if (!next) {
        text.remove_prefix(1);
        continue;
      }
      if (base::is_blank(*next))
        space_ = true;
      else
        write(whole.substr(0, whole.size() - text.size()));
    }
  }
  void lines(int feeds) { feeds_ = std::max(feeds_, feeds); }
  void mark(std::string_view sign) { mark_ = sign; }
  std::string take() { return std::move(out_); }

 private:
  void write(std::string_view letters) {
    if (!out_.empty() && feeds_ > 0)
      out_.append(static_cast<std::size_t>(feeds_), '\n');
    else if (!out_.empty() && space_)
      out_ += ' ';
    out_ += mark_;
    out_ += letters;
    mark_ = {};
    feeds_ = 0;
    space_ = false;
  }
  std::string out_;
  std::string_view mark_;
  int feeds_ = 0;
  bool space_ = false;
};

void begin(Writer& writer, std::string_view name) {
  if (is_block(name)) writer.lines(2);
  if (is_line(name)) writer.lines(1);
  if (is_heading(name)) writer.mark("## ");
  if (name == "li") writer.mark("- ");
  if (name == "td" || name == "th") writer.words(" ");
}

std::string walk(xmlNode* root) {
  Writer writer;
  for (xmlNode* node = root; node;) {
    const auto name = name_of(node);
    const bool element = node->type == XML_ELEMENT_NODE;
    if (element) begin(writer, name);
    if (node->type == XML_TEXT_NODE && node->content)
      writer.words(reinterpret_cast<const char*>(node->content));
    if (element && node->children && !is_hidden(name)) {
      node = node->children;
      continue;
    }
    while (node && node != root && !node->next) {
      node = node->parent;
      if (node && is_block(name_of(node))) writer.lines(2);
    }
    node = node && node != root ? node->next : nullptr;
  }
  return writer.take();
}

}  // namespace

std::string plain_text(std::string_view html) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  if (html.size() > (4 << 20)) html = html.substr(0, 4 << 20);
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  return root ? walk(root) : std::string(base::strip(html));
}

}  // namespace wv::intake
