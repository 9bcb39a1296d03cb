// The parts that pages are built of: headings, fields, tables, notices, in one look.
#pragma once

#include <map>

#include "sync/desk/page.h"

namespace wv::desk {

struct Mistake {
  std::string field;  // name of the field it is about
  std::string words;
};
using Mistakes = std::vector<Mistake>;

// What is wrong, on top of the page, with links to the fields. Nothing when nothing is.
Html mistakes_on_top(const Mistakes& mistakes);

struct Field {
  std::string name, label, hint = {}, value = {};
  Attributes more = {};
};
Html text_field(const Field& field, const Mistakes& mistakes = {});
Html long_text_field(const Field& field, const Mistakes& mistakes = {});

struct Choice {
  std::string value, label;
};
// Ids and how they are called (see names.h), after one choice for none of them.
std::vector<Choice> choices_of(const std::map<std::string, std::string>& names, std::string none);
Html choice_field(const Field& field, const std::vector<Choice>& choices, const Mistakes& mistakes = {});

Html hidden_field(std::string name, std::string value);
Html button(const std::string& label, Attributes more = {});
Html link(std::string address, const Html& words);
// A form that posts, with the token of this visit in it.
Html post_form(const Visit& visit, std::string action, std::initializer_list<Html> children);

Html heading(const std::string& words);                                        // h1
Html section(const std::string& words, std::initializer_list<Html> children);  // h2 in a card
Html paragraph(const Html& words);
Html notice(const Html& words);  // something good or neutral
Html warning(const Html& words);
Html badge(const std::string& tint, const std::string& words);

struct Table {
  std::string caption;  // read out; shown small
  std::vector<std::string> heads;
  std::vector<std::vector<Html>> rows;
};
Html table(const Table& table);
// Term and description, one under the other.
Html facts(const std::vector<std::pair<std::string, Html>>& facts);

// "zondag 1 maart 2026, 10:00" at the place of this machine.
Html moment(const base::Clock& clock, base::Instant at);
std::string day_words(base::Day day);  // "1 maart 2026"
// "3 uur geleden"
std::string how_long_ago(base::Instant then, base::Instant now);

// Around the words of a page: skip link, header, navigation for this role, footer.
Html shell(const Page& page, const Visit* visit, std::string_view here);

}  // namespace wv::desk
