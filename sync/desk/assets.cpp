// Which files there are, and the one address they share.
#include "sync/desk/assets.h"

#include "embedded/desk_contact_js.h"
#include "embedded/desk_css.h"
#include "embedded/desk_icon.h"
#include "embedded/desk_js.h"
#include "embedded/desk_workshop_js.h"
#include "sync/base/crypto.h"
#include "sync/base/encoding.h"

namespace wv::desk {
namespace {

constexpr Asset asset_list[] = {{"desk.css", "text/css; charset=utf-8", embedded::desk_css},
                                {"desk.js", "text/javascript; charset=utf-8", embedded::desk_js},
                                {"contact.js", "text/javascript; charset=utf-8", embedded::desk_contact_js},
                                {"workshop.js", "text/javascript; charset=utf-8", embedded::desk_workshop_js},
                                {"icoon.svg", "image/svg+xml", embedded::desk_icon}};

std::string address_of_assets() {
  base::Sha256 all;
  for (const auto& asset : asset_list) all.add(base::as_bytes(asset.bytes));
  return "/beheer/bestanden/" + base::to_hex(all.finish()).substr(0, 16);
}

}  // namespace

const std::string& assets_address() {
  static const std::string address = address_of_assets();
  return address;
}

const Asset* find_asset(std::string_view path) {
  const auto& folder = assets_address();
  if (!path.starts_with(folder) || !path.substr(folder.size()).starts_with('/')) return nullptr;
  for (const auto& asset : asset_list)
    if (path.substr(folder.size() + 1) == asset.name) return &asset;
  return nullptr;
}

}  // namespace wv::desk
