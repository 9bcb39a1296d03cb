// MD4C finds the structure; here each line of it becomes a block. The only file that knows MD4C.
#include "kiosk/screens/prose_view.h"

#include <md4c.h>

#include <string_view>

namespace wv::screens {
namespace {

using BlockKind = ProseBlock::Kind;

constexpr std::string_view typed_bullet = "• ";  // how people who know no Markdown write a list

class ProseReader {
 public:
  explicit ProseReader(const Words& source) : source_(source) {}

  std::vector<ProseBlock> read() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<ProseReader*>(self)->open(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<ProseReader*>(self)->close(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<ProseReader*>(self)->strengthen(type, 1);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<ProseReader*>(self)->strengthen(type, -1);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<ProseReader*>(self)->take(type, {text, size});
    };
    const int failed =
        md_parse(source_.text.data(), static_cast<MD_SIZE>(source_.text.size()), &parser, this);
    if (failed != 0) return {{BlockKind::Paragraph, true, {}, source_}};
    end_line();
    if (!blocks_.empty()) blocks_.back().words.fallback = source_.fallback;
    return std::move(blocks_);
  }

 private:
  int open(MD_BLOCKTYPE type, void* detail) {
    end_line();
    if (type == MD_BLOCK_UL) lists_.push_back(0);
    if (type == MD_BLOCK_OL) lists_.push_back(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
    if (type == MD_BLOCK_LI)
      begin(BlockKind::Item, lists_.back() == 0 ? std::string() : std::to_string(lists_.back()++) + ".");
    if (type == MD_BLOCK_H) begin(BlockKind::Heading);
    if (type != MD_BLOCK_LI) opens_ = true;
    if (type == MD_BLOCK_CODE) {  // what stands beside the fence is text as well
      const MD_ATTRIBUTE& info = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info;
      if (info.size > 0) line_.assign(info.text, info.size);
      all_strong_ = false;
      end_line();
    }
    return 0;
  }
  int close(MD_BLOCKTYPE type) {
    end_line();
    begin(BlockKind::Paragraph);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
      lists_.pop_back();
      opens_ = true;
    }
    return 0;
  }
  int strengthen(MD_SPANTYPE type, int by) {
    if (type == MD_SPAN_STRONG) strong_ += by;
    return 0;
  }
  int take(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      end_line();
      return 0;
    }
    if (type == MD_TEXT_CODE && text == "\n") {
      end_line();
      return 0;
    }
    line_ += text;
    if (strong_ == 0) all_strong_ = false;
    return 0;
  }

  void begin(BlockKind kind, std::string mark = {}) {
    kind_ = kind;
    mark_ = std::move(mark);
  }

  // What was read so far stands on its own; what follows in the same block is an ordinary line.
  void end_line() {
    if (line_.empty()) return;
    if (line_.starts_with(typed_bullet)) {
      begin(BlockKind::Item);
      line_.erase(0, typed_bullet.size());
    } else if (all_strong_ && kind_ == BlockKind::Paragraph) {
      begin(BlockKind::Heading);
    }
    if (!line_.empty())
      blocks_.push_back({kind_, opens_, std::move(mark_), {std::move(line_), source_.lang, false}});
    opens_ = false;
    line_.clear();
    all_strong_ = true;
    begin(BlockKind::Paragraph);
  }

  const Words& source_;
  std::vector<ProseBlock> blocks_;
  std::vector<unsigned> lists_;  // open lists: the next number, 0 for bullets
  BlockKind kind_ = BlockKind::Paragraph;
  std::string line_, mark_;
  int strong_ = 0;
  bool all_strong_ = true;
  bool opens_ = true;
};

}  // namespace

std::vector<ProseBlock> prose_blocks(const Words& text) {
  if (text.empty()) return {};
  return ProseReader(text).read();
}

}  // namespace wv::screens
