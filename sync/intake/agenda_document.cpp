// Headings decide where the next blocks belong; the level of a heading counts only below "Kernopgaven".
#include "sync/intake/agenda_document.h"

#include <algorithm>

#include "sync/base/utf8.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::Json;

const Json::Array& items_of(const Json* json) {
  static const Json::Array none;
  return json && json->items() ? *json->items() : none;
}
std::string_view kind_of(const Json& node) {
  return node.text_or("t", "");
}
const Json* part(const Json& node, std::size_t index) {
  const auto& parts = items_of(node.find("c"));
  return index < parts.size() ? &parts[index] : nullptr;
}

// The words of a list of inlines. As deep as the JSON may be, which is bounded.
void write_inlines(const Json::Array& inlines, std::string& out) {
  for (const auto& node : inlines) {
    const auto kind = kind_of(node);
    const Json* content = node.find("c");
    if (kind == "Str" && content && content->text()) out += *content->text();
    if (kind == "Space") out += ' ';
    if (kind == "SoftBreak" || kind == "LineBreak") out += '\n';
    if (kind == "Code" && part(node, 1) && part(node, 1)->text()) out += *part(node, 1)->text();
    if (kind == "Emph" || kind == "Strong" || kind == "Underline" || kind == "Strikeout" ||
        kind == "SmallCaps" || kind == "Superscript" || kind == "Subscript")
      write_inlines(items_of(content), out);
    if (kind == "Span" || kind == "Link" || kind == "Quoted") write_inlines(items_of(part(node, 1)), out);
  }
}

std::string words_of(const Json* inlines) {
  std::string out;
  write_inlines(items_of(inlines), out);
  return std::string(base::strip(out));
}

bool is_words(const Json& block) {
  return kind_of(block) == "Para" || kind_of(block) == "Plain";
}

// A paragraph that is bold as a whole is a heading to people who do not use styles.
bool is_bold(const Json& block) {
  const auto& inlines = items_of(block.find("c"));
  return kind_of(block) == "Para" && inlines.size() == 1 && kind_of(inlines.front()) == "Strong";
}

// The items of a list of either kind: each is a list of blocks.
const Json::Array& list_of(const Json& block) {
  return kind_of(block) == "OrderedList" ? items_of(part(block, 1)) : items_of(block.find("c"));
}
bool is_list(const Json& block) {
  return kind_of(block) == "BulletList" || kind_of(block) == "OrderedList";
}

enum class Place { Profile, Alderman, Vision, Challenges, Challenge, Description, Actions, Nowhere };

constexpr std::int64_t bold_level = 7;  // below every real heading

class DocumentReader {
 public:
  DraftAgenda read(const Json& pandoc) {
    blocks(items_of(pandoc.find("blocks")));
    return std::move(draft_);
  }

 private:
  void blocks(const Json::Array& all) {
    for (const auto& block : all) {
      const auto kind = kind_of(block);
      if (kind == "Header")
        heading(level_of(block), words_of(part(block, 2)));
      else if (is_bold(block))
        heading(bold_level, words_of(block.find("c")));
      else if (is_words(block))
        paragraph(words_of(block.find("c")));
      else if (is_list(block))
        list(block);
      else if (kind == "Div")
        blocks(items_of(part(block, 1)));
      else if (kind == "BlockQuote")
        blocks(items_of(block.find("c")));
      else if (kind != "HorizontalRule" && kind != "Null")
        leave_out(kind == "Table" ? "a table" : "a part of the kind " + std::string(kind),
                  kind == "Table" ? "Write it as headings and bullets, or import it as CSV" : "");
    }
  }

  static std::int64_t level_of(const Json& header) {
    const Json* level = part(header, 0);
    return level && level->integer() ? *level->integer() : 1;
  }

  void leave_out(const std::string& what, std::string what_to_do = "") {
    draft_.left_out.push_back(
        {"under \"" + fit_line(heading_, 80) + "\"", what + " is passed over", std::move(what_to_do)});
  }

  void heading(std::int64_t level, const std::string& text) {
    if (text.empty()) return;
    heading_ = fit_line(text, 120);
    const auto word = folded(text);
    const auto is = [&](std::string_view start) { return word.starts_with(start); };
    if (is("kernopgaven") || is("opgaven")) {
      challenges_level_ = level;
      place_ = Place::Challenges;
    } else if (is("visie")) {
      draft_.vision_title = text;
      place_ = Place::Vision;
    } else if (is("beschrijving")) {
      place_ = draft_.challenges.empty() ? Place::Profile : Place::Description;
    } else if (is("acties")) {
      place_ = draft_.challenges.empty() ? Place::Nowhere : Place::Actions;
    } else if (is("wijkwethouder") || is("wethouder")) {
      place_ = Place::Alderman;
    } else if (is("profiel") || is("gebiedsprofiel") || is("wijkprofiel")) {
      place_ = Place::Profile;
    } else if (is("kernopgave") || is("opgave") || (challenges_level_ > 0 && level > challenges_level_)) {
      begin_challenge(text);
    } else if (draft_.title.empty()) {
      draft_.title = text;
    } else {
      place_ = Place::Nowhere;
      challenges_level_ = 0;
      leave_out(
          "this heading is none of Visie, Kernopgaven, Beschrijving or Acties, so what stands under it");
    }
  }

  // "Kernopgave 1: Meer groen" is called "Meer groen".
  void begin_challenge(const std::string& text) {
    const auto colon = text.find(':');
    const bool numbered = folded(text).find("opgave") < 5 && colon != text.npos;
    DraftChallenge challenge;
    challenge.title = numbered ? std::string(base::strip(std::string_view(text).substr(colon + 1))) : text;
    challenge.where = "\"" + fit_line(challenge.title, 80) + "\"";
    draft_.challenges.push_back(std::move(challenge));
    place_ = Place::Challenge;
  }

  // "Thema: groen" and the like. False: an ordinary paragraph.
  bool labelled_line(const std::string& text) {
    const auto colon = text.find(':');
    if (colon == text.npos || colon > 24) return false;
    const auto label = folded(std::string_view(text).substr(0, colon));
    const auto value = std::string(base::strip(std::string_view(text).substr(colon + 1)));
    std::string* field = nullptr;
    if (!draft_.challenges.empty() && place_ != Place::Nowhere) {
      auto& challenge = draft_.challenges.back();
      if (label == "thema" || label == "thema's" || label == "thema’s" || label == "themas")
        field = &challenge.themes;
      if (label == "herkomst" || label == "ingebracht door") field = &challenge.origins;
    }
    if (label == "wijkwethouder" || label == "wethouder") field = &draft_.alderman;
    if (label == "status") field = &draft_.status;
    if (label == "vastgesteld" || label == "vastgesteld op") field = &draft_.adopted;
    if (label == "inwoners" || label == "bevolking") field = &draft_.population;
    if (label == "bron") field = &draft_.source;
    if (field) *field = value;
    return field != nullptr;
  }

  // Lines with a label stand on their own; the others are one running text.
  void paragraph(const std::string& text) {
    std::string running;
    for (std::size_t begin = 0; begin <= text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      const auto line = text.substr(begin, end - begin);
      begin = end + 1;
      if (!line.empty() && !labelled_line(line)) running += (running.empty() ? "" : " ") + line;
    }
    if (!running.empty()) prose(running, "\n\n");
  }

  void prose(const std::string& text, std::string_view between) {
    const auto add = [&](std::string& to) { to += (to.empty() ? "" : std::string(between)) + text; };
    switch (place_) {
      case Place::Profile:
        return add(draft_.profile);
      case Place::Alderman:
        return add(draft_.alderman);
      case Place::Vision:
        return add(draft_.vision);
      case Place::Challenge:
      case Place::Description:
        return add(draft_.challenges.back().description);
      case Place::Challenges:
      case Place::Actions:
        return leave_out("\"" + fit_line(text, 60) + "\"");
      case Place::Nowhere:
        return;
    }
  }

  void list(const Json& block) {
    const bool actions = place_ == Place::Actions || place_ == Place::Challenge;
    for (const auto& item : list_of(block)) {
      if (actions)
        draft_.challenges.back().actions.push_back(action_of(items_of(&item)));
      else if (place_ == Place::Vision)
        draft_.ambitions.push_back(action_of(items_of(&item)).text);
      else
        prose("• " + action_of(items_of(&item)).text, "\n");
    }
  }

  // The first paragraph of an item is the action, later ones describe it, lists in it are its parts.
  DraftAction action_of(const Json::Array& item) {
    DraftAction action;
    for (const auto& block : item) {
      if (is_words(block)) {
        auto& text = action.text.empty() ? action.text : action.description;
        text += (text.empty() ? "" : "\n\n") + words_of(block.find("c"));
      } else if (is_list(block)) {
        for (const auto& below : list_of(block)) action.parts.push_back(action_of(items_of(&below)));
      }
    }
    action.where = "\"" + fit_line(action.text, 80) + "\" under \"" + fit_line(heading_, 60) + "\"";
    return action;
  }

  DraftAgenda draft_;
  Place place_ = Place::Profile;
  std::string heading_ = "the beginning";
  std::int64_t challenges_level_ = 0;
};

}  // namespace

DraftAgenda read_agenda_document(const Json& pandoc) {
  return DocumentReader().read(pandoc);
}

}  // namespace wv::intake
