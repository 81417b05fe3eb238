"""Rows in, one Plotly figure as plain data out: pure functions, one module a subject.

A figure never asks, adds up or hides; what a reader could quote comes from the rows.
"""
