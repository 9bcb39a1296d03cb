// Every page for who was let in, one function each; site.cpp says at which address and for whom.
#pragma once

#include "sync/desk/page.h"

namespace wv::desk {

Page overview(const Visit& visit);
Page sign_out(const Visit& visit);

Page idea_list(const Visit& visit);
Page idea_page(const Visit& visit);
Page answer_idea(const Visit& visit);
Page merge_idea(const Visit& visit);
Page erase_idea(const Visit& visit);
Page supports_page(const Visit& visit);
Page judge_supports(const Visit& visit);

Page kiosks_page(const Visit& visit);
Page add_kiosk(const Visit& visit);
Page revoke_kiosk(const Visit& visit);
Page unblock_kiosk(const Visit& visit);
Page orders_page(const Visit& visit);
Page give_order(const Visit& visit);
Page withdraw_order(const Visit& visit);
Page order_picture(const Visit& visit);

Page content_page(const Visit& visit);
Page publish_answers(const Visit& visit);
Page workshop_page(const Visit& visit);
Page take_in_content(const Visit& visit);
Page withdraw_content(const Visit& visit);
Page put_back_content(const Visit& visit);
Page publish_content(const Visit& visit);
Page language_page(const Visit& visit);
Page make_preview(const Visit& visit);
Page preview_page(const Visit& visit);
Page preview_picture(const Visit& visit);

Page export_page(const Visit& visit);
Page export_file(const Visit& visit);

Page journal_page(const Visit& visit);

Page users_page(const Visit& visit);
Page add_user(const Visit& visit);
Page reset_user(const Visit& visit);
Page disable_user(const Visit& visit);
Page change_role(const Visit& visit);

}  // namespace wv::desk
