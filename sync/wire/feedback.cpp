// What comes back from the central: answers by code and moderated ideas.
#include <set>

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/wire/content.h"
#include "sync/wire/reader.h"

namespace wv::wire {
namespace {

using namespace model;

IdeaStatus read_status(Members& members) {
  const auto node = members.find("status", Need::Required);
  if (!node) return IdeaStatus::Received;
  if (const auto status = status_from_word(node->text())) return *status;
  node->say("no status of an idea");
  return IdeaStatus::Received;
}

// These documents have no model::check of their own: limits stand here.
Text read_public_words(Members& members, std::string_view key, std::size_t most) {
  const auto node = members.find(key);
  if (!node) return {};
  Text text = node->words();
  if (!text.empty() && !text.in.contains("nl")) node->say("Dutch (nl) is missing");
  for (const auto& [lang, words] : text.in)
    if (base::count_code_points(words) > most)
      node->say("longer than " + std::to_string(most) + " characters");
  return text;
}

PublicAnswer read_step(const Node& node) {
  Members members(node);
  PublicAnswer step;
  step.status = read_status(members);
  if (const auto at = members.find("op", Need::Required)) step.at = at->instant();
  step.text = read_public_words(members, "tekst", 4000);
  step.merged_with = members.text("met");
  if (!step.merged_with.empty() && !is_id(step.merged_with)) node.say("met must name an idea");
  return step;
}

PublicHistory read_history_node(const Node& node) {
  Members members(node);
  PublicHistory history;
  history.reference_hash = members.text("referentieHash", Need::Required);
  const auto hash = base::from_base64url(history.reference_hash);
  if (!hash || hash->size() != 16) node.say("referentieHash must be 16 bytes in base64url");
  history.steps = members.list("stappen", Need::Required, read_step);
  if (history.steps.empty()) node.say("stappen must have at least one item");
  for (std::size_t i = 1; i < history.steps.size(); ++i)
    if (history.steps[i].at < history.steps[i - 1].at) node.say("stappen must go from old to new");
  return history;
}

PublicStep read_public_step(const Node& node) {
  Members members(node);
  PublicStep step;
  step.status = read_status(members);
  step.on = members.day("op");
  return step;
}

PublicIdea read_idea(const Node& node) {
  Members members(node);
  PublicIdea idea;
  idea.id = members.text("id", Need::Required);
  if (!is_id(idea.id)) node.say("an identifier is 1 to 64 of a-z, 0-9 and hyphen");
  idea.text = members.text("tekst", Need::Required);
  if (check_idea_text(idea.text)) node.say("tekst must be 1 to 1000 characters");
  idea.on = members.day("op");
  idea.status = read_status(members);
  idea.theme = members.id_if_any<ThemeId>("thema");
  idea.area = members.id_if_any<AreaId>("gebied");
  idea.wijk = members.id_if_any<WijkCode>("wijk");
  idea.challenge = members.id_if_any<ChallengeId>("opgave");
  idea.supports = members.integer_or("steun", 0);
  if (idea.supports < 0) node.say("steun cannot be less than 0");
  idea.answer = read_public_words(members, "antwoord", 4000);
  idea.answered_on = members.day_if_any("antwoordOp");
  idea.steps = members.list("stappen", Need::Optional, read_public_step);
  return idea;
}

Json idea_json(const PublicIdea& idea) {
  Json json = Json::object({{"id", idea.id},
                            {"tekst", idea.text},
                            {"op", base::to_iso_day(idea.on)},
                            {"status", status_word(idea.status)}});
  put(json, "thema", idea.theme);
  put(json, "gebied", idea.area);
  put(json, "wijk", idea.wijk);
  put(json, "opgave", idea.challenge);
  if (idea.supports > 0) json.set("steun", idea.supports);
  put(json, "antwoord", idea.answer);
  put(json, "antwoordOp", idea.answered_on);
  put_list(json, "stappen", idea.steps, [](const PublicStep& step) {
    return Json::object({{"status", status_word(step.status)}, {"op", base::to_iso_day(step.on)}});
  });
  return json;
}

// A list under one key, in which no name may occur twice.
template <class Item, class ReadItem, class Name>
std::vector<Item> read_all(const Json& json, std::string_view key, ReadItem read, Name name,
                           Problems& problems) {
  Members members({&json, "", &problems});
  std::vector<Item> items = members.list(key, Need::Required, read);
  std::set<std::string> names;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!names.insert(name(items[i])).second)
      problems.push_back({base::pointer_to(base::pointer_to("", key), i), "there twice"});
  return items;
}

}  // namespace

Read<PublicHistory> read_history(const Json& json) {
  Problems problems;
  PublicHistory history = read_history_node({&json, "", &problems});
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return history;
}

Json to_json(const PublicHistory& history) {
  Json json = Json::object({{"referentieHash", history.reference_hash}});
  json.set("stappen", array_of(history.steps, [](const PublicAnswer& step) {
             Json item =
                 Json::object({{"status", status_word(step.status)}, {"op", base::to_rfc3339(step.at)}});
             put(item, "tekst", step.text);
             put(item, "met", step.merged_with);
             return item;
           }));
  return json;
}

Read<Answers> read_answers(const Json& json) {
  Problems problems;
  Answers answers{read_all<PublicHistory>(
      json, "antwoorden", read_history_node, [](const PublicHistory& h) { return h.reference_hash; },
      problems)};
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return answers;
}

Json to_json(const Answers& answers) {
  return Json::object(
      {{"antwoorden", array_of(answers.histories, [](const PublicHistory& h) { return to_json(h); })}});
}

Read<PublicIdeas> read_public_ideas(const Json& json) {
  Problems problems;
  PublicIdeas ideas{read_all<PublicIdea>(
      json, "ideeen", read_idea, [](const PublicIdea& idea) { return idea.id; }, problems)};
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return ideas;
}

Json to_json(const PublicIdeas& ideas) {
  return Json::object({{"ideeen", array_of(ideas.ideas, idea_json)}});
}

Read<PublicIdea> read_public_idea(const Json& json) {
  Problems problems;
  PublicIdea idea = read_idea({&json, "", &problems});
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return idea;
}

Json to_json(const PublicIdea& idea) {
  return idea_json(idea);
}

}  // namespace wv::wire
