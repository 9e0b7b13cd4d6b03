package org.ansinh.rules.columns;

import org.ansinh.rules.pack.SubjectKind;

/** People and households in the order of their clusters. */
record ByCluster(
        int[] clusterOf, int peopleCount, int[] peopleStart, int[] peopleSorted, int[] homeStart, int[] homesSorted) {

    static ByCluster of(int[] clusterOf, int people) {
        int clusters = 0;
        for (int cluster : clusterOf) {
            clusters = Math.max(clusters, cluster + 1);
        }
        var peopleStart = new int[clusters + 1];
        var homeStart = new int[clusters + 1];
        for (int i = 0; i < clusterOf.length; i++) {
            (i < people ? peopleStart : homeStart)[clusterOf[i] + 1]++;
        }
        for (int c = 0; c < clusters; c++) {
            peopleStart[c + 1] += peopleStart[c];
            homeStart[c + 1] += homeStart[c];
        }
        var peopleAt = peopleStart.clone();
        var homeAt = homeStart.clone();
        var peopleSorted = new int[people];
        var homesSorted = new int[clusterOf.length - people];
        for (int i = 0; i < clusterOf.length; i++) {
            if (i < people) {
                peopleSorted[peopleAt[clusterOf[i]]++] = i;
            } else {
                homesSorted[homeAt[clusterOf[i]]++] = i - people;
            }
        }
        return new ByCluster(clusterOf, people, peopleStart, peopleSorted, homeStart, homesSorted);
    }

    int clusters() {
        return peopleStart.length - 1;
    }

    /** How many rows the longer table of some clusters has. */
    int largest(int from, int to) {
        return Math.max(peopleStart[to] - peopleStart[from], homeStart[to] - homeStart[from]);
    }

    int[] people(int from, int to) {
        return java.util.Arrays.copyOfRange(peopleSorted, peopleStart[from], peopleStart[to]);
    }

    int[] households(int from, int to) {
        return java.util.Arrays.copyOfRange(homesSorted, homeStart[from], homeStart[to]);
    }

    int clusterOf(SubjectKind table, int place) {
        return clusterOf[table == SubjectKind.PERSON ? place : peopleCount + place];
    }
}
