// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/tcp_server.h"

namespace kpwatch {

TcpServer::TcpServer(const ServerPlace& place) {
    const auto welcome = [this] {
        return m_behaviour == TcpBehaviour::Reset ? StreamServer::Welcome::Reset : StreamServer::Welcome::Talk;
    };
    const auto sayNothing = [](std::string& received) {
        received.clear();
        return std::optional<Reply>();
    };
    m_stream = std::make_unique<StreamServer>(place, StreamServer::Conduct{welcome, sayNothing});
}

void TcpServer::setBehaviour(TcpBehaviour behaviour) {
    using Door = StreamServer::Door;
    m_behaviour = behaviour;
    switch (behaviour) {
    case TcpBehaviour::Accept:
    case TcpBehaviour::Reset:
        m_stream->setDoor(Door::Open);
        return;
    case TcpBehaviour::SilentBacklog:
        m_stream->setDoor(Door::Full);
        return;
    case TcpBehaviour::Refuse:
        m_stream->setDoor(Door::Refusing);
        return;
    }
}

} // namespace kpwatch
