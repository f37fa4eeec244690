// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/event.h"

namespace kpwatch {

namespace {

struct NameOf {
    std::string_view operator()(const Started& /*what*/) const { return "started"; }
    std::string_view operator()(const Stopped& /*what*/) const { return "stopped"; }
    std::string_view operator()(const Heartbeat& /*what*/) const { return "heartbeat"; }
    std::string_view operator()(const Paused& /*what*/) const { return "paused"; }
    std::string_view operator()(const Resumed& /*what*/) const { return "resumed"; }
    std::string_view operator()(const Asleep& /*what*/) const { return "asleep"; }
    std::string_view operator()(const Epoch& /*what*/) const { return "epoch"; }
    std::string_view operator()(const ClockStep& /*what*/) const { return "clock-step"; }
};

} // namespace

std::string_view name(const Event& event) { return std::visit(NameOf{}, event.what); }

} // namespace kpwatch
