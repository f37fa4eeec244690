// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/waterfall.h"

#include "app/words/answers.h"
#include "app/words/tr.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace kpwatch {

using words::Tr;

namespace {

using End = WaterfallPhase::End;

struct Sizes { // they grow with the text
    qreal scale = textScale();
    qreal row = 24 * scale, bar = 12, axis = 22 * scale, name = 110 * scale, value = 104 * scale;
};

struct Step {
    QString name;
    Stage stage; // in which the check is while it lasts
    std::optional<Micros> end;
};

// The steps of one kind of check, in order. A step that this check had no need of is left out.
struct StepsOf {
    const Observation& check;

    std::vector<Step> operator()(const HttpOptions& http) const {
        std::vector<Step> steps;
        if (check.phases.resolve.value_or(Micros{0}) > Micros{0} || check.reached == Stage::Resolve)
            steps.push_back({Tr::tr("Name"), Stage::Resolve, check.phases.resolve});
        steps.push_back(connection());
        if (http.url.starts_with("https:"))
            steps.push_back({Tr::tr("Encryption"), Stage::Tls, check.phases.tls});
        steps.push_back({Tr::tr("First byte"), Stage::Exchange, check.phases.firstByte});
        steps.push_back({Tr::tr("The rest"), Stage::Exchange, whole()});
        return steps;
    }
    std::vector<Step> operator()(const DnsOptions& /*dns*/) const {
        return {{Tr::tr("Answer"), Stage::Exchange, whole()}};
    }
    std::vector<Step> operator()(const TcpOptions& /*tcp*/) const { return {connection()}; }
    std::vector<Step> operator()(const SmtpOptions& /*smtp*/) const {
        return {connection(),
                {Tr::tr("Greeting"), Stage::Exchange, check.phases.firstByte},
                {Tr::tr("The rest"), Stage::Exchange, whole()}};
    }
    std::vector<Step> operator()(const PingOptions& /*ping*/) const { return {}; }
    std::vector<Step> operator()(const TraceOptions& /*trace*/) const { return {}; }

  private:
    Step connection() const { return {Tr::tr("Connection"), Stage::Connect, check.phases.connect}; }
    std::optional<Micros> whole() const {
        return check.reached == Stage::Done ? std::optional(check.elapsed) : std::nullopt;
    }
};

// 1, 2 or 5 times a power of ten, so that about four fit.
double tickStep(double length) {
    constexpr double finest = 0.1; // ms; what is said of a length has one decimal
    const double raw = std::max(length / 4, finest), power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw)
            return factor * power;
    return 10 * power;
}

QString valueOf(const WaterfallPhase& phase) {
    switch (phase.how) {
    case End::Reached:
        return words::measured(phase.end - phase.begin);
    case End::InVain:
        return Tr::tr("in vain");
    case End::NotReached:
        return Tr::tr("not reached");
    }
    return {};
}

void paintAxis(QPainter& painter, const QRectF& plot, double length_ms, const Theme& theme) {
    const double step = tickStep(length_ms);
    painter.setFont(font(11));
    for (double at = 0; at <= length_ms * 1.0001; at += step) {
        const qreal x = std::floor(plot.left() + plot.width() * at / length_ms) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.text3);
        const QString label = at == 0 ? QStringLiteral("0") : words::measured(Micros(std::llround(at * 1000)));
        painter.drawText(QRectF(x - 40 * textScale(), plot.bottom() + 3, 80 * textScale(), 16 * textScale()),
                         Qt::AlignHCenter | Qt::AlignTop, label);
    }
}

// Waiting without an answer is the absence of something, so it is drawn in the manner of "can't tell", not as a bar.
void paintInVain(QPainter& painter, const QRectF& bar, const Theme& theme) {
    painter.fillRect(bar, theme.surface2);
    QPen pen(theme.unknown, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintUsual(QPainter& painter, const QRectF& row, qreal x, const Theme& theme) {
    painter.setPen(QPen(theme.text, 1.5));
    painter.drawLine(QPointF(x, row.top() + 3), QPointF(x, row.bottom() - 3));
    painter.setBrush(theme.text);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF{{x - 3.5, row.top() + 1}, {x + 3.5, row.top() + 1}, {x, row.top() + 5}});
}

} // namespace

Waterfall waterfallOf(const Target& target, const Observation& check, std::optional<Micros> baseline) {
    Waterfall made;
    made.length = check.elapsed;
    Micros begin{0};
    bool ended = false;
    for (const Step& step : std::visit(StepsOf{check}, target.probe)) {
        WaterfallPhase phase{step.name, begin, begin, End::NotReached, std::nullopt};
        if (step.stage == Stage::Connect && baseline && !ended)
            phase.usual = begin + *baseline;
        if (step.end && !ended) {
            phase.end = std::clamp(*step.end, begin, std::max(begin, check.elapsed));
            phase.how = End::Reached;
            begin = phase.end;
        } else if (!ended) {
            phase.end = std::max(begin, check.elapsed);
            phase.how = End::InVain;
            ended = true;
        }
        made.phases.push_back(std::move(phase));
    }
    return made;
}

qreal waterfallHeight(const Waterfall& waterfall) {
    const Sizes sizes;
    return waterfall.phases.empty() ? 0 : static_cast<qreal>(waterfall.phases.size()) * sizes.row + sizes.axis;
}

void paintWaterfall(QPainter& painter, const QRectF& rect, const Waterfall& waterfall, const Theme& theme) {
    if (waterfall.phases.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Sizes sizes;
    // A mark that lies beyond the check is still inside the picture.
    Micros shown = std::max(waterfall.length, Micros{100});
    for (const WaterfallPhase& phase : waterfall.phases)
        shown = std::max(shown, phase.usual.value_or(Micros{0}));
    const double length_ms = static_cast<double>(shown.count()) / 1000;
    const QRectF plot(rect.left() + sizes.name, rect.top(), std::max(10.0, rect.width() - sizes.name - sizes.value),
                      sizes.row * static_cast<qreal>(waterfall.phases.size()));
    const auto xAt = [&](Micros at) {
        return plot.left() + plot.width() * static_cast<double>(at.count()) / static_cast<double>(shown.count());
    };
    paintAxis(painter, plot, length_ms, theme);
    qreal top = rect.top();
    for (const WaterfallPhase& phase : waterfall.phases) {
        const QRectF row(rect.left(), top, rect.width(), sizes.row);
        const bool reached = phase.how != End::NotReached;
        painter.setFont(font(12, phase.how == End::InVain ? 600 : 400));
        painter.setPen(reached ? theme.text : theme.text3);
        painter.drawText(QRectF(row.left(), top, sizes.name - 8, sizes.row), Qt::AlignLeft | Qt::AlignVCenter,
                         phase.name);
        const QRectF bar(xAt(phase.begin), row.center().y() - sizes.bar / 2,
                         std::max(2.0, xAt(phase.end) - xAt(phase.begin)), sizes.bar);
        if (phase.how == End::Reached) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.up);
            painter.drawRoundedRect(bar, 1.5, 1.5);
        } else if (phase.how == End::InVain) {
            paintInVain(painter, bar, theme);
        }
        if (phase.usual)
            paintUsual(painter, row, xAt(*phase.usual), theme);
        painter.setPen(reached ? theme.text2 : theme.text3);
        painter.drawText(QRectF(plot.right() + 8, top, sizes.value - 8, sizes.row), Qt::AlignRight | Qt::AlignVCenter,
                         valueOf(phase));
        top += sizes.row;
    }
}

QString waterfallInWords(const Waterfall& waterfall) {
    QStringList parts;
    for (const WaterfallPhase& phase : waterfall.phases)
        parts << QStringLiteral("%1 %2.").arg(phase.name, valueOf(phase));
    return parts.join(QLatin1Char(' '));
}

} // namespace kpwatch
