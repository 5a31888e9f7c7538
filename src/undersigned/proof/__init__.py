"""Proofreading: rules that read values and yield findings; one module a family of rules."""
