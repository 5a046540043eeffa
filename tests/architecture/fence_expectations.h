// How a fence is tested: the real tree keeps it, a made-up file breaks it at a known line.
#pragma once

#include "architecture/source_tree.h"

#include <gtest/gtest.h>

namespace kontor::architecture {

using Fence = QStringList (*)(const SourceTree &);

inline void expectKept(Fence fence) {
    const QStringList found = fence(realTree());
    EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
}

// `place`: "path:line" of the only violation that the file has.
inline void expectBites(Fence fence, const QString &path, const QString &text, const QString &place) {
    const QStringList found = fence(SourceTree::of({{path, text}}));
    ASSERT_EQ(found.size(), 1) << found.join(QLatin1Char('\n')).toStdString();
    EXPECT_TRUE(found.first().startsWith(place + QLatin1Char(':'))) << found.first().toStdString();
}

inline void expectPasses(Fence fence, const QString &path, const QString &text) {
    const QStringList found = fence(SourceTree::of({{path, text}}));
    EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
}

} // namespace kontor::architecture
