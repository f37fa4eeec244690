// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of somebody else that is opened as one of ours: the chunks before its pixels, and the text in them. libpng
// checks a sum over each chunk, which bytes that are tried blindly never get right; the first byte says whether to put
// it right, or to read the rest as the text alone.
#include "app/errors.h"
#include "probes/wire/untrusted_text.h"
#include "tests/fuzz/fuzzing.h"
#include "ui/export/chart_in_png.h"

#include <QBuffer>
#include <QtEndian>

#include <zlib.h>

using namespace kpwatch;
using fuzzing::require;

namespace {

// PNG (RFC 2083) 3.2: length, type, data, CRC of type and data; after eight bytes of signature.
QByteArray withRightSums(QByteArray png) {
    constexpr qsizetype signature = 8, around = 12;
    for (qsizetype at = signature; at + around <= png.size();) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
        if (length > png.size() - at - around)
            break;
        const auto* const type = reinterpret_cast<const unsigned char*>(png.constData() + at + 4);
        qToBigEndian(static_cast<quint32>(crc32(0, type, static_cast<unsigned>(length + 4))),
                     png.data() + at + 8 + length);
        at += around + length;
    }
    return png;
}

void check(const ChartExport& chart) {
    require(chart.range.begin < chart.range.end && chart.scale >= 1 && chart.scale <= 4);
    require(chart.numbers.size() <= mostChartNumbers);
    for (const std::string& word : {chart.headline, chart.standfirst, chart.credit, chart.place})
        require(cleanedText(word, longestChartText) == word);
    const std::string text = chartExportText(chart);
    require(chartExportText(parseChartExport(text, "again")) == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, text] = fuzzing::chosen(data, size);
    try {
        if (choice % 2 == 0) {
            check(parseChartExport(text, "a.png"));
            return 0;
        }
        QByteArray bytes = withRightSums(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        QBuffer png(&bytes);
        png.open(QIODevice::ReadOnly);
        check(chartIn(png, "a.png"));
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("a.png"));
    }
    return 0;
}
